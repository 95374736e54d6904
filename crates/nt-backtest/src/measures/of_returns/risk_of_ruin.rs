use super::WinningPeriods;

/// Risk of ruin: the probability that a gambler with these odds, who always stakes the same share of
/// what he began with, ever loses all of it: ((1 - P)/P)^(1/A), with A = √(W w² + (1 - W) l²) of win
/// rate W, mean gain w and mean loss l, P = (1 + Z/A)/2 and Z = W w - (1 - W) l.
///
/// 1 where the odds are not above even; 0 without a loss; NaN without a gain or a loss.
///
/// Source: Vince, *Portfolio Management Formulas* (1990), chapter 2. quantstats has
/// ((1 - W)/(1 + W))^n of n periods, which takes the win rate for the edge and falls with the length
/// of the history.
#[must_use]
pub fn risk_of_ruin(returns: &[f64]) -> f64 {
    let WinningPeriods {
        win_rate,
        average_win,
        average_loss,
    } = WinningPeriods::of(returns);
    if win_rate == 1.0 {
        return 0.0;
    }
    let (win, loss) = (
        if win_rate == 0.0 { 0.0 } else { average_win },
        average_loss.abs(),
    );
    let edge = win_rate * win - (1.0 - win_rate) * loss;
    let stake = (win_rate * win * win + (1.0 - win_rate) * loss * loss).sqrt();
    if edge <= 0.0 {
        return 1.0;
    }
    let probability = f64::midpoint(1.0, edge / stake);
    ((1.0 - probability) / probability).powf(stake.recip())
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // Three of four win and lose a half: Z = 1/4, A = 1/2, P = 3/4, (1/3)².
        assert_close(risk_of_ruin(&[0.5, 0.5, 0.5, -0.5]), 1.0 / 9.0);
    }

    #[test]
    fn even_odds_ruin_and_no_loss_does_not() {
        assert_eq!(risk_of_ruin(&[0.5, -0.5]), 1.0);
        assert_eq!((risk_of_ruin(&[-0.1]), risk_of_ruin(&[0.1])), (1.0, 0.0));
        assert!(risk_of_ruin(&[]).is_nan());
    }
}
