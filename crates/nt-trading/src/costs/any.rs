//! Any fees, and the laws they keep.

use nt_core::{Instrument, Money, Rate, Scale};
use proptest::prelude::*;

use super::{
    FeeLimits, FeeModel, Fees, MakerTakerFee, MonthVolume, OrderCharge, Part, PerUnitFee, PlainFee,
    SaleCharges, Terms, Tier, TieredFee, VolumeBasis,
};

fn money(most: f64) -> impl Strategy<Value = Money> {
    prop_oneof![
        Just(Money::ZERO),
        (0.0..most).prop_map(|units| Money::from_f64(units).unwrap())
    ]
}

fn rate() -> impl Strategy<Value = Rate> {
    prop_oneof![
        Just(Rate::ZERO),
        (0.0..0.02_f64).prop_map(|share| Rate::from_f64(share).unwrap())
    ]
}

fn model() -> impl Strategy<Value = FeeModel> {
    let basis = prop::sample::select(vec![VolumeBasis::Units, VolumeBasis::Value]);
    let steps = (prop::collection::vec((1.0..500.0_f64, rate()), 1..6), basis);
    prop_oneof![
        (rate(), money(5.0))
            .prop_map(|(rate, per_fill)| FeeModel::Plain(PlainFee { rate, per_fill })),
        money(0.1).prop_map(|per_unit| FeeModel::PerUnit(PerUnitFee { per_unit })),
        (rate(), rate())
            .prop_map(|(maker, taker)| FeeModel::MakerTaker(MakerTakerFee { maker, taker })),
        steps.prop_map(|(steps, basis)| FeeModel::Tiered(tiered(basis, &steps))),
    ]
}

/// Steps of these widths, their rates put in order.
fn tiered(basis: VolumeBasis, steps: &[(f64, Rate)]) -> TieredFee {
    let mut rates: Vec<_> = steps.iter().map(|(_, rate)| *rate).collect();
    rates.sort_unstable_by(|a, b| b.cmp(a));
    let mut from = 0.0;
    let tiers: Vec<_> = steps
        .iter()
        .zip(rates)
        .map(|((width, _), rate)| {
            let tier = Tier {
                from: Money::from_f64(from).unwrap(),
                rate,
            };
            from += width;
            tier
        })
        .collect();
    TieredFee::new(basis, &tiers).unwrap()
}

fn limits() -> impl Strategy<Value = FeeLimits> {
    let maximum = prop::option::of(money(50.0));
    let share = prop::option::of(rate());
    (money(10.0), maximum, share, any::<bool>()).prop_map(
        |(minimum, maximum, maximum_share, minimum_prevails)| FeeLimits {
            minimum,
            maximum,
            maximum_share,
            minimum_prevails,
        },
    )
}

fn sales() -> impl Strategy<Value = SaleCharges> {
    (rate(), money(0.01), prop::option::of(money(5.0))).prop_map(
        |(rate, per_unit, per_unit_maximum)| SaleCharges {
            rate,
            per_unit,
            per_unit_maximum,
        },
    )
}

/// Every model with and without limits and sale charges.
pub fn any_fees() -> impl Strategy<Value = Fees> {
    (
        model(),
        prop::option::of(limits()),
        prop::option::of(sales()),
    )
        .prop_map(|(model, limits, sales)| Fees {
            model,
            limits,
            sales,
        })
}

fn instrument() -> Instrument {
    Instrument::new("X.XNAS", Scale::new(2).unwrap(), Scale::new(1).unwrap())
}

/// What came before a part.
#[derive(Clone, Copy, Default)]
struct Before {
    month: MonthVolume,
    so_far: OrderCharge,
}

impl Before {
    const fn terms(&self, takes: bool) -> Terms<'_> {
        Terms {
            takes,
            month: &self.month,
            so_far: &self.so_far,
        }
    }
}

fn charge(fees: &Fees, lots: i64, terms: Terms<'_>) -> Money {
    let instrument = instrument();
    let notional = instrument.notional(1_234, lots);
    let part = Part {
        instrument: &instrument,
        lots,
        notional,
    };
    fees.of(&part, terms)
}

/// What came before once an order filled so much.
fn after(fees: &Fees, lots: i64, terms: Terms<'_>) -> Before {
    let instrument = instrument();
    let notional = instrument.notional(1_234, lots);
    let part = Part {
        instrument: &instrument,
        lots,
        notional,
    };
    let mut month = *terms.month;
    month.count(&instrument, lots, notional);
    Before {
        month,
        so_far: fees.after(&part, terms),
    }
}

proptest! {
    #[test]
    fn a_fee_is_never_negative_and_never_falls_with_the_lots(
        fees in any_fees(), lots in 1_i64..100_000, more in 1_i64..1_000, side in prop::bool::ANY,
        before in 0_i64..100_000, takes: bool, then_takes: bool,
    ) {
        let sign = if side { 1 } else { -1 };
        let first = Before::default();
        let then = after(&fees, sign * before, first.terms(takes));
        for terms in [first.terms(takes), then.terms(then_takes)] {
            let fee = charge(&fees, sign * lots, terms);
            prop_assert!(fee >= Money::ZERO);
            prop_assert!(charge(&fees, sign * (lots + more), terms) >= fee);
        }
    }

    #[test]
    fn limits_hold_for_the_order_however_it_fills(
        fees in any_fees(), parts in prop::collection::vec(1_i64..10_000, 1..6),
    ) {
        let fees = Fees { sales: None, limits: fees.limits.or(Some(FeeLimits::default())), ..fees };
        let limits = fees.limits.unwrap();
        let (mut before, mut paid, mut lots) = (Before::default(), Money::ZERO, 0);
        for part in parts {
            paid += charge(&fees, part, before.terms(true));
            before = after(&fees, part, before.terms(true));
            lots += part;
        }
        let value = instrument().notional(1_234, lots);
        prop_assert_eq!(paid, limits.apply(paid, value));
        let whole = charge(&fees, lots, Terms::default());
        if !matches!(fees.model, FeeModel::Plain(PlainFee { per_fill, .. }) if per_fill > Money::ZERO) {
            // Each part is rounded to a billionth.
            prop_assert!((paid - whole).abs().raw() <= 64, "{} or {}", paid, whole);
        }
    }

    #[test]
    fn without_sale_charges_a_sale_pays_what_a_purchase_pays(fees in any_fees(), lots in 1_i64..100_000) {
        let fees = Fees { sales: None, ..fees };
        let terms = Terms::default();
        prop_assert_eq!(charge(&fees, lots, terms), charge(&fees, -lots, terms));
    }
}
