/// An integer that counts parts of `10^-decimals`, as an exact decimal text with all its decimals.
#[must_use]
pub fn decimal_text(integer: i128, decimals: u32) -> String {
    if decimals == 0 {
        return integer.to_string();
    }
    let width = decimals as usize + 1;
    let digits = format!("{:0width$}", integer.unsigned_abs());
    let (whole, part) = digits.split_at(digits.len() - decimals as usize);
    let sign = if integer < 0 { "-" } else { "" };
    format!("{sign}{whole}.{part}")
}

#[cfg(test)]
mod tests {
    use super::decimal_text;

    #[test]
    fn keeps_every_digit() {
        assert_eq!(decimal_text(10_050, 2), "100.50");
        assert_eq!(decimal_text(-5, 3), "-0.005");
        assert_eq!(decimal_text(42, 0), "42");
        assert_eq!(
            decimal_text(i128::from(i64::MIN), 9),
            "-9223372036.854775808"
        );
    }
}
