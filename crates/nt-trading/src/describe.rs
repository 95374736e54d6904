use nt_core::{Instrument, MAX_DECIMALS, decimal_text, instant_text};

use crate::reading::{Field, READINGS, Reading};
use crate::{CurrencyCode, Reason, Record, RecordKind, contract};

/// A record in words and exact decimal texts, in units of its instrument. Texts are empty where the
/// record has no such value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// The event in one word: `fill`, `cancellation`.
    pub event: &'static str,
    /// Of submissions and denials: the kind of order.
    pub order_type: &'static str,
    /// `buy` or `sell`, where the record says which.
    pub side: &'static str,
    /// Signed quantity in units.
    pub quantity: String,
    /// Price, limit or take profit.
    pub price: String,
    /// Stop or stop loss.
    pub stop: String,
    /// Amount of money.
    pub money: String,
    /// What that amount is: `fee`, `cash`.
    pub money_name: &'static str,
    /// Stable code of a refusal or cancellation.
    pub reason: &'static str,
    /// The whole event in a sentence.
    pub text: String,
}

/// The words of every kind of event, in the order of their numbers.
#[must_use]
pub fn event_names() -> Vec<&'static str> {
    READINGS.iter().map(|reading| reading.name).collect()
}

/// What a record says, told with the instruments of its log.
#[must_use]
pub fn describe(record: &Record, instruments: &[Instrument]) -> Description {
    let reader = Reader::new(record, instruments);
    Description {
        event: reader.reading.name,
        order_type: reader.order_type(),
        side: reader.side(),
        quantity: reader.signed_quantity(),
        price: reader.level(reader.reading.price, record.price),
        stop: reader.level(reader.reading.stop, record.stop),
        money: reader.money(),
        money_name: match reader.reading.money {
            Field::Money(name) => name,
            _ => "",
        },
        reason: reader.reason(),
        text: reader.sentence(),
    }
}

/// Times in force in words, by the bits of a submission; the first is the rule and goes unsaid.
const TIMES_IN_FORCE: [&str; 8] = [
    "",
    "for the day",
    "immediate or cancel",
    "fill or kill",
    "until a time",
    "at the open",
    "at the close",
    "",
];

struct Reader<'a> {
    record: &'a Record,
    reading: &'static Reading,
    instrument: Option<&'a Instrument>,
}

impl<'a> Reader<'a> {
    fn new(record: &'a Record, instruments: &'a [Instrument]) -> Self {
        Self {
            record,
            reading: Reading::of(record.kind),
            instrument: instruments.get(record.instrument as usize),
        }
    }

    const fn is_submission(&self) -> bool {
        matches!(self.reading.quantity, Field::Size)
    }

    fn is_sized_in_lots(&self) -> bool {
        self.reading.quantity == Field::Lots
            || (self.is_submission() && self.record.is_sized_in_lots())
    }

    fn order_type(&self) -> &'static str {
        if !self.reading.sentence.contains("{type}") {
            ""
        } else if self.has_terms() {
            "order (terms follow)"
        } else {
            self.record.order_kind()
        }
    }

    /// Of a submission: whether the record after it has its kind and time in force.
    fn has_terms(&self) -> bool {
        self.is_submission() && self.record.detail >> 7 == 1
    }

    /// The time in force by its number; that of a submission with terms is among them.
    const fn time_code(&self) -> usize {
        let bits = match self.record.kind {
            RecordKind::OrderTerms => 0b111,
            _ => 0b11,
        };
        (self.record.detail >> 4 & bits) as usize
    }

    fn side(&self) -> &'static str {
        match (self.is_sized_in_lots(), self.record.quantity.signum()) {
            (true, 1) => "buy",
            (true, -1) => "sell",
            _ => "",
        }
    }

    fn signed_quantity(&self) -> String {
        if self.is_sized_in_lots() {
            self.units(self.record.quantity)
        } else {
            String::new()
        }
    }

    /// Lots in units; where the instrument is not known, as they are.
    fn units(&self, lots: i64) -> String {
        let decimals = self.instrument.map(|it| it.quantity_scale().decimals());
        decimals.map_or_else(
            || format!("{lots} lots"),
            |decimals| decimal_text(lots.into(), decimals),
        )
    }

    fn ticks(&self, ticks: i64) -> String {
        let decimals = self.instrument.map(|it| it.price_scale().decimals());
        decimals.map_or_else(
            || format!("{ticks} ticks"),
            |decimals| decimal_text(ticks.into(), decimals),
        )
    }

    fn level(&self, field: Field, value: i64) -> String {
        match field {
            Field::Ticks | Field::Level if value == 0 => String::new(),
            Field::Level if value < 0 => format!("{} away", percent(value.saturating_neg())),
            Field::Ticks | Field::Level | Field::Price => self.ticks(value),
            Field::PerUnit => nt_core::Money::from_raw(value.into()).to_string(),
            _ => String::new(),
        }
    }

    fn money(&self) -> String {
        match self.reading.money {
            Field::Money(_) => self.record.money.to_string(),
            _ => String::new(),
        }
    }

    fn reason(&self) -> &'static str {
        Reason::from_number(self.record.reason).map_or("", Reason::as_str)
    }

    /// What an order is for.
    fn size(&self) -> String {
        let quantity = self.record.quantity;
        let side = if quantity < 0 { "sell" } else { "buy" };
        match self.record.detail >> 2 & 0b11 {
            0 => format!("{side} {}", self.units(quantity.saturating_abs())),
            1 => format!(
                "{side} {} of the buying power of",
                percent(quantity.saturating_abs())
            ),
            2 => format!("to hold {}", self.units(quantity)),
            _ => format!("to hold {} of equity in", percent(quantity)),
        }
    }

    /// What of an order was restated.
    fn restated(&self) -> String {
        match (self.record.detail, self.record.quantity) {
            (0, 0) => String::new(),
            (0, lots) => format!("{} {}", self.units(lots), self.instrument_id()),
            (1, _) => "its trail".to_owned(),
            _ => "its exits".to_owned(),
        }
    }

    fn instrument_id(&self) -> String {
        self.instrument.map_or_else(
            || format!("instrument {}", self.record.instrument),
            |instrument| instrument.id().to_owned(),
        )
    }

    /// Of a settlement: the position that it closed.
    fn settled(&self) -> String {
        let lots = self.record.quantity.saturating_neg();
        if lots == 0 {
            String::new()
        } else {
            format!("a position of {} ends", self.units(lots))
        }
    }

    fn sentence(&self) -> String {
        let mut text = String::new();
        let mut rest = self.reading.sentence;
        while let Some(at) = rest.find('[') {
            let end = rest[at..]
                .find(']')
                .map_or(rest.len(), |length| at + length);
            text.push_str(&self.filled_in(&rest[..at]).0);
            let (part, complete) = self.filled_in(&rest[at + 1..end]);
            if complete {
                text.push_str(&part);
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        text + &self.filled_in(rest).0
    }

    /// A template with its values, and whether each of them is there.
    fn filled_in(&self, template: &str) -> (String, bool) {
        let mut complete = true;
        let mut parts = template.split('{');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, after) = part.split_once('}').unwrap_or((part, ""));
            let value = self.value(name);
            complete &= !value.is_empty();
            text = text + &value + after;
        }
        (text, complete)
    }

    /// A value of the record by its name in a sentence.
    fn value(&self, name: &str) -> String {
        let record = self.record;
        match name {
            "order" => record.order.to_string(),
            "instrument" => self.instrument_id(),
            "type" => self.order_type().to_owned(),
            "side" => if record.quantity < 0 {
                "sold"
            } else {
                "bought"
            }
            .to_owned(),
            "quantity" => self.units(record.quantity.saturating_abs()),
            "signed" => self.units(record.quantity),
            "restated" => self.restated(),
            "symbol" => record.symbol().text(),
            "count" => record.quantity.to_string(),
            "price-count" => record.price.to_string(),
            "size" => self.size(),
            "from" => currency(record.quantity, ""),
            "to" if record.kind == RecordKind::Instrument => currency(record.stop, ""),
            "to" => currency(record.stop, "the currency of the account"),
            "rate" => decimal_text(record.price.into(), 12),
            "share" if record.quantity != 0 => percent(record.quantity),
            "share" => String::new(),
            "price" => self.level(self.reading.price, record.price),
            "stop" => self.level(self.reading.stop, record.stop),
            "money" => self.money(),
            "lot" => record
                .lot_to_close()
                .map_or_else(String::new, |lot| lot.0.to_string()),
            "reason" => self.reason().to_lowercase().replace('_', " "),
            "time-in-force" => TIMES_IN_FORCE[self.time_code()].to_owned(),
            "lot-size" => self.units(record.stop),
            "contract" => contract::kind_words(record).to_owned(),
            "multiplier" => plain_decimal(record.quantity, MAX_DECIMALS),
            "expiry" => match record.stop {
                0 => String::new(),
                end => instant_text(end),
            },
            "settled" => self.settled(),
            "funding-rate" => percent(record.stop),
            "post-only" => if record.is_post_only() {
                "post only"
            } else {
                ""
            }
            .to_owned(),
            "group" => number_or_nothing(record.group()),
            "parent" => number_or_nothing(record.parent()),
            "reduce-only" => if record.detail >> 6 & 1 == 1 {
                "reduce only"
            } else {
                ""
            }
            .to_owned(),
            "partly" => if record.completes_order() {
                ""
            } else {
                "in part"
            }
            .to_owned(),
            _ => format!("{{{name}}}"),
        }
    }
}

fn currency(number: i64, base: &str) -> String {
    CurrencyCode::from_number(number).map_or_else(|| base.to_owned(), CurrencyCode::text)
}

fn number_or_nothing(number: u32) -> String {
    if number == 0 {
        String::new()
    } else {
        number.to_string()
    }
}

/// A share in trillionths as a percentage, exact.
fn percent(trillionths: i64) -> String {
    format!("{}%", plain_decimal(trillionths, 10))
}

/// An exact decimal without zeros at its end.
fn plain_decimal(digits: i64, decimals: u32) -> String {
    let text = decimal_text(digits.into(), decimals);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    use nt_core::{Money, Scale};

    fn told(record: Record) -> Description {
        let scale = |decimals| Scale::new(decimals).unwrap();
        describe(&record, &[Instrument::new("X.XNAS", scale(2), scale(3))])
    }

    fn of(kind: RecordKind) -> Record {
        Record {
            order: 7,
            ..Record::new(3, 0, kind)
        }
    }

    #[test]
    fn a_fill_has_exact_decimals() {
        let fill = told(Record {
            quantity: -1_500,
            price: 10_050,
            money: Money::from_raw(1_250_000_000),
            ..of(RecordKind::OrderFilled)
        });
        assert_eq!(
            fill.text,
            "order 7 filled in part: sold 1.500 X.XNAS at 100.50, fee 1.25"
        );
        assert_eq!((fill.side, fill.quantity.as_str()), ("sell", "-1.500"));
        assert_eq!((fill.money_name, fill.money.as_str()), ("fee", "1.25"));
    }

    #[test]
    fn a_submission_says_what_it_is_for() {
        let stop_limit = told(Record {
            detail: 3 | 1 << 4 | 1 << 6,
            quantity: 2_000,
            price: 10_000,
            stop: 9_900,
            money: Money::from_raw(4),
            ..of(RecordKind::OrderSubmitted)
        });
        assert_eq!(
            stop_limit.text,
            "order 7 submitted: stop-limit buy 2.000 X.XNAS at 100.00, stop 99.00, for the day, reduce only, to close the lot of order 4"
        );
        let target = told(Record {
            detail: 3 << 2,
            quantity: -500_000_000_000,
            ..of(RecordKind::OrderSubmitted)
        });
        assert_eq!(
            target.text,
            "order 7 submitted: market to hold -50% of equity in X.XNAS"
        );
        assert_eq!((target.side, target.quantity.as_str()), ("", ""));
    }

    #[test]
    fn exits_are_prices_or_shares() {
        let exits = told(Record {
            price: -20_000_000_000,
            stop: 9_500,
            ..of(RecordKind::ExitsAttached)
        });
        assert_eq!(
            exits.text,
            "order 7 carries exits, take profit 2% away, stop loss 95.00"
        );
    }

    #[test]
    fn an_instrument_says_what_it_is_and_how_it_ends() {
        let listing = told(Record {
            quantity: 1_000,
            price: 25,
            stop: 500,
            money: Money::from_raw(10_000_000_000),
            ..of(RecordKind::InstrumentRules)
        });
        assert_eq!(
            listing.text,
            "X.XNAS: prices in steps of 0.25, quantities in steps of 0.500, orders of at least 1.000 worth at least 10"
        );
        assert_eq!((listing.side, listing.quantity.as_str()), ("", ""));
        let contract = told(Record {
            detail: 7,
            quantity: 100_000_000_000,
            price: 45_000,
            stop: 993_945_599_999_000_000,
            ..of(RecordKind::InstrumentContract)
        });
        assert_eq!(
            contract.text,
            "X.XNAS is of kind put option, multiplier 100, strike 450.00, ends at 2001-06-30T23:59:59.999Z"
        );
        let settled = told(Record {
            quantity: -2_000,
            ..of(RecordKind::Settled)
        });
        assert_eq!(
            settled.text,
            "X.XNAS expired, settled at 0.00: a position of 2.000 ends"
        );
        let funding = told(Record {
            quantity: -2_000,
            price: 5_000,
            stop: 100_000_000,
            money: Money::from_raw(10_000_000),
            ..of(RecordKind::FundingPaid)
        });
        assert_eq!(
            funding.text,
            "funding of 0.01% on -2.000 X.XNAS at 50.00: 0.01"
        );
        assert_eq!((funding.side, funding.money_name), ("", "funding"));
    }

    #[test]
    fn no_sentence_names_a_value_that_there_is_not() {
        for &kind in RecordKind::ALL {
            let text = told(of(kind)).text;
            assert!(!text.contains(['{', '[', ']']), "{text}");
        }
    }
}
