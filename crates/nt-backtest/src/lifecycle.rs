use nt_core::{Code, Error, Instrument, InstrumentKind, Rate, Result};

/// What happens to contracts at times of their own, in order: expiries and funding. Empty where
/// nothing of the kind does, and then it costs one comparison a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lifecycle {
    entries: Vec<Entry>,
    done: usize,
}

/// One thing that is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Nanoseconds since the epoch, UTC. What closes at that time has closed before.
    pub time: i64,
    /// Index of the instrument.
    pub instrument: u32,
    /// What happens.
    pub due: Due,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Due {
    /// Longs pay shorts this share of the value of their position.
    Funding(Rate),
    /// The instrument ends, and what is held is settled.
    Expiry(SettlementPrice),
}

/// Where the price of a settlement comes from: that of the underlying for an option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SettlementPrice {
    /// A price that is given.
    Given(f64),
    /// The last close of this instrument.
    LastOf(u32),
}

/// What a run is told of one instrument beside its terms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prospects {
    /// Settlement price of a future; of an option, the price of its underlying at the expiry.
    pub settlement: Option<f64>,
    /// Identifier of an option's underlying among the instruments of the run.
    pub underlying: Option<String>,
    /// Times of funding, nanoseconds since the epoch, UTC.
    pub funding_times: Vec<i64>,
    /// Rates of funding, one a time.
    pub funding_rates: Vec<f64>,
}

impl Lifecycle {
    /// The lifecycle events of a run, one row of prospects an instrument.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where funding is of no perpetual, not in order, or out of range, and where
    /// nothing says what an option is settled at.
    pub fn new(instruments: &[Instrument], prospects: &[Prospects]) -> Result<Self> {
        let mut entries = Vec::new();
        for (index, (instrument, prospects)) in instruments.iter().zip(prospects).enumerate() {
            let index = index as u32;
            entries.extend(funding(instrument, index, prospects)?);
            if let Some(time) = instrument.terms().and_then(|terms| terms.expiry) {
                let price = settlement_price(instrument, index, prospects, instruments)?;
                entries.push(Entry {
                    time,
                    instrument: index,
                    due: Due::Expiry(price),
                });
            }
        }
        entries.sort_by_key(|entry| entry.time);
        Ok(Self { entries, done: 0 })
    }

    /// When the next thing is due; the end of time where nothing is.
    #[must_use]
    pub fn next_time(&self) -> i64 {
        self.entries.get(self.done).map_or(i64::MAX, |it| it.time)
    }

    /// The next thing that is due before a time, or at it where `at_it` is said.
    pub(crate) fn take_due(&mut self, time: i64, at_it: bool) -> Option<Entry> {
        let entry = *self.entries.get(self.done)?;
        let is_due = entry.time < time || (at_it && entry.time == time);
        self.done += usize::from(is_due);
        is_due.then_some(entry)
    }
}

fn funding(
    instrument: &Instrument,
    index: u32,
    prospects: &Prospects,
) -> Result<impl Iterator<Item = Entry>> {
    let Prospects {
        funding_times: times,
        funding_rates: rates,
        ..
    } = prospects;
    let is_perpetual = instrument
        .terms()
        .is_some_and(|terms| terms.kind == InstrumentKind::Perpetual);
    if !times.is_empty() && !is_perpetual {
        return Err(fault(instrument, "funding", "only a perpetual has funding"));
    }
    if times.len() != rates.len() {
        return Err(fault(instrument, "funding", "give a rate for each time"));
    }
    if times.windows(2).any(|pair| pair[0] >= pair[1]) {
        return Err(fault(
            instrument,
            "funding",
            "give its times in ascending order",
        ));
    }
    let rates = rates
        .iter()
        .map(|&rate| Rate::from_f64(rate).filter(|rate| rate.abs() <= Rate::ONE))
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| fault(instrument, "funding", "give rates as fractions within ±1"))?;
    Ok(times
        .clone()
        .into_iter()
        .zip(rates)
        .map(move |(time, rate)| Entry {
            time,
            instrument: index,
            due: Due::Funding(rate),
        }))
}

fn settlement_price(
    instrument: &Instrument,
    index: u32,
    prospects: &Prospects,
    instruments: &[Instrument],
) -> Result<SettlementPrice> {
    if let Some(price) = prospects.settlement {
        let remedy = "settlementPrice is a price of 0 or more";
        let holds = price.is_finite() && price >= 0.0;
        return holds
            .then_some(SettlementPrice::Given(price))
            .ok_or_else(|| fault(instrument, "settlementPrice", remedy));
    }
    let is_option = instrument
        .terms()
        .is_some_and(|terms| matches!(terms.kind, InstrumentKind::Option { .. }));
    if !is_option {
        return Ok(SettlementPrice::LastOf(index));
    }
    let underlying = prospects.underlying.as_deref().and_then(|underlying| {
        instruments
            .iter()
            .position(|other| other.id() == underlying)
    });
    underlying
        .map(|index| SettlementPrice::LastOf(index as u32))
        .ok_or_else(|| {
            let remedy = "an option is settled against its underlying: give the identifier of one of the run's series, or a settlementPrice";
            fault(instrument, "underlying", remedy)
        })
}

#[cold]
fn fault(instrument: &Instrument, field: &'static str, remedy: &str) -> Error {
    let message = format!("{field} of {}: {remedy}", instrument.id());
    Error::new(Code::InvalidArgument, message).with("field", field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::{InstrumentTerms, OptionRight, Scale};

    fn instrument(id: &str, kind: InstrumentKind, expiry: Option<i64>) -> Instrument {
        let scale = Scale::new(2).unwrap();
        let terms = InstrumentTerms {
            expiry,
            ..InstrumentTerms::new(kind)
        };
        Instrument::new(id, scale, scale).with_terms(terms).unwrap()
    }

    fn call() -> InstrumentKind {
        InstrumentKind::Option {
            right: OptionRight::Call,
            strike: 100,
        }
    }

    #[test]
    fn what_is_due_comes_in_order_and_once() {
        let instruments = [
            instrument("P.X", InstrumentKind::Perpetual, None),
            instrument("F.X", InstrumentKind::Future, Some(5)),
        ];
        let funded = Prospects {
            funding_times: vec![3, 8],
            funding_rates: vec![0.01, -0.01],
            ..Prospects::default()
        };
        let mut lifecycle = Lifecycle::new(&instruments, &[funded, Prospects::default()]).unwrap();
        let mut due = |time, at_it| {
            schedule
                .take_due(time, at_it)
                .map(|it| (it.time, it.instrument))
        };
        assert_eq!(due(3, false), None);
        assert_eq!(due(3, true), Some((3, 0)));
        assert_eq!(due(9, false), Some((5, 1)));
        assert_eq!(due(9, false), Some((8, 0)));
        assert_eq!(due(9, true), None);
        assert_eq!(lifecycle.next_time(), i64::MAX);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let field = |kind, expiry, prospects: Prospects| {
            let instruments = [instrument("A.X", kind, expiry)];
            let error = Lifecycle::new(&instruments, &[prospects]).unwrap_err();
            error.details()[0].1.clone()
        };
        let funded = |times: &[i64], rates: &[f64]| Prospects {
            funding_times: times.to_vec(),
            funding_rates: rates.to_vec(),
            ..Prospects::default()
        };
        let perpetual = InstrumentKind::Perpetual;
        assert_eq!(
            field(InstrumentKind::Equity, None, funded(&[1], &[0.1])),
            "funding"
        );
        assert_eq!(
            field(perpetual, None, funded(&[1, 1], &[0.1, 0.1])),
            "funding"
        );
        assert_eq!(field(perpetual, None, funded(&[1], &[f64::NAN])), "funding");
        assert_eq!(field(perpetual, None, funded(&[1], &[])), "funding");
        assert_eq!(field(call(), Some(1), Prospects::default()), "underlying");
        let unknown = Prospects {
            underlying: Some("B.X".to_owned()),
            ..Prospects::default()
        };
        assert_eq!(field(call(), Some(1), unknown), "underlying");
        let below = Prospects {
            settlement: Some(-1.0),
            ..Prospects::default()
        };
        assert_eq!(
            field(InstrumentKind::Future, Some(1), below),
            "settlementPrice"
        );
    }
}
