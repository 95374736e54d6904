use nt_core::{Instrument, Rate};

/// The currencies of an account beside its base currency, and how they turn into it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Currencies {
    /// The foreign currencies. None: everything is in the base currency.
    pub foreign: Vec<ForeignCurrency>,
    /// Of each instrument the place of its currency in `foreign`; `None` is the base currency, as it
    /// is for instruments beyond the end.
    pub of: Vec<Option<u8>>,
    /// Whether each fill in a foreign currency is converted at once, so that only base cash is held.
    pub convert_fills: bool,
    /// By which fraction a conversion is worse than the rate.
    pub cost: Rate,
}

/// A currency and where its rate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignCurrency {
    /// Its code.
    pub code: CurrencyCode,
    /// The instrument whose last price is the rate.
    pub rate: u32,
    /// Whether that price is in units of this currency for one of the base, as USD/JPY is for yen in
    /// an account in dollars; else it is in base units for one of this, as EUR/USD is for euros.
    pub inverse: bool,
}

/// Up to eight letters or digits, such as `EUR` or `USDT`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CurrencyCode(i64);

impl CurrencyCode {
    /// From its text; `None` where it is empty, longer, or of other characters.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut bytes = [0; 8];
        let fits = !text.is_empty() && text.len() <= bytes.len();
        if !fits || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Some(Self(i64::from_le_bytes(bytes)))
    }

    /// The number that the event log has for it; never 0.
    pub(crate) const fn number(self) -> i64 {
        self.0
    }

    /// The code of a number of the event log; `None` is the base currency.
    pub(crate) fn from_number(number: i64) -> Option<Self> {
        (number != 0).then_some(Self(number))
    }

    /// Its text.
    #[must_use]
    pub fn text(self) -> String {
        let bytes = self.0.to_le_bytes();
        let letters = bytes.into_iter().take_while(|byte| *byte != 0);
        letters.map(char::from).collect()
    }
}

impl Currencies {
    /// The place of an instrument's currency; `None` is the base.
    #[must_use]
    pub fn of(&self, instrument: u32) -> Option<u8> {
        self.of.get(instrument as usize).copied().flatten()
    }

    /// The code of an instrument's currency; `None` is the base.
    pub(crate) fn code_of(&self, instrument: u32) -> Option<CurrencyCode> {
        let place = self.of(instrument)?;
        Some(self.foreign.get(usize::from(place))?.code)
    }

    /// The field that is out of range and what to give, if any.
    pub(crate) fn fault(&self, instruments: &[Instrument]) -> Option<(&'static str, String)> {
        let unknown = |place: &u8| usize::from(*place) >= self.foreign.len();
        if self.of.iter().flatten().any(unknown) || self.foreign.len() > usize::from(u8::MAX) {
            return Some((
                "currencies",
                "an instrument is in a currency without a rate: name its rate".to_owned(),
            ));
        }
        for (at, currency) in self.foreign.iter().enumerate() {
            let code = currency.code.text();
            if self.foreign[..at].iter().any(|it| it.code == currency.code) {
                return Some(("currencies", format!("{code} is given twice: give it once")));
            }
            if currency.rate as usize >= instruments.len() {
                let message =
                    format!("the rate of {code} is no instrument of the run: add its bars");
                return Some(("currencies", message));
            }
        }
        if self.cost < Rate::ZERO || self.cost >= Rate::ONE {
            let cost = self.cost.to_f64();
            let message = format!("conversionCost is {cost}: give a fraction from 0 to below 1");
            return Some(("conversionCost", message));
        }
        None
    }
}
