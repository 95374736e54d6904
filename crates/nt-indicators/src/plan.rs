use nt_core::{Code, Error, Result};

use crate::registry::find;
use crate::stream::Stream;

/// Indicators over the columns of bars and over each other, taken bar by bar in one go. An
/// indicator that is asked for twice runs once.
pub struct Plan {
    columns: usize,
    steps: Vec<Step>,
    /// The columns of the bar in hand, then the outputs of every step.
    values: Vec<f64>,
    row: Vec<f64>,
}

struct Step {
    name: &'static str,
    params: Vec<f64>,
    inputs: Vec<usize>,
    output: usize,
    stream: Box<dyn Stream>,
}

impl Plan {
    /// Over bars of so many columns, which are the values 0, 1, ....
    #[must_use]
    pub fn new(columns: usize) -> Self {
        Self {
            columns,
            steps: Vec::new(),
            values: vec![f64::NAN; columns],
            row: Vec::new(),
        }
    }

    /// Adds an indicator over values of the plan and gives the place of one of its outputs.
    ///
    /// # Errors
    /// `UNKNOWN_INDICATOR`, `INVALID_PARAMETER`, or `INVALID_ARGUMENT` for inputs that are not in
    /// the plan yet or too many.
    pub fn add(
        &mut self,
        name: &str,
        inputs: &[usize],
        params: &[(&str, f64)],
        output: &str,
    ) -> Result<usize> {
        let indicator = find(name)?;
        let params = indicator.resolve(params)?;
        let output = indicator.output_index(output)?;
        if inputs.len() != indicator.inputs.len()
            || inputs.iter().any(|&input| input >= self.values.len())
        {
            let message = format!(
                "{name} reads {}: give one earlier value for each",
                indicator.inputs.join(", ")
            );
            return Err(Error::new(Code::InvalidArgument, message).with("indicator", name));
        }
        let name = indicator.name;
        let same =
            |step: &&Step| step.name == name && step.inputs == inputs && step.params == params;
        if let Some(step) = self.steps.iter().find(same) {
            return Ok(step.output + output);
        }
        let first = self.values.len();
        self.values
            .resize(first + indicator.outputs.len(), f64::NAN);
        self.row.resize(self.row.len().max(inputs.len()), 0.0);
        self.steps.push(Step {
            stream: (indicator.compute.open)(&params, false),
            name,
            params,
            inputs: inputs.to_vec(),
            output: first,
        });
        Ok(first + output)
    }

    /// Takes the columns of the next bar.
    ///
    /// # Panics
    /// When there are fewer columns than the plan has.
    pub fn update(&mut self, bar: &[f64]) {
        self.values[..self.columns].copy_from_slice(&bar[..self.columns]);
        for step in &mut self.steps {
            for (slot, &input) in self.row.iter_mut().zip(&step.inputs) {
                *slot = self.values[input];
            }
            step.stream
                .update(&self.row, &mut self.values[step.output..]);
        }
    }

    /// The values after the last bar, by their places.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Forgets every bar.
    pub fn reset(&mut self) {
        self.values.fill(f64::NAN);
        self.steps.iter_mut().for_each(|step| step.stream.reset());
    }
}

#[cfg(test)]
mod tests {
    use super::Plan;

    #[test]
    fn shared_steps_run_once_and_feed_each_other() {
        let mut plan = Plan::new(2);
        let upper = plan
            .add("bollinger-bands", &[0], &[("period", 2.0)], "upper")
            .unwrap();
        let lower = plan
            .add("bbands", &[0], &[("period", 2.0)], "lower")
            .unwrap();
        let mean = plan
            .add("sma", &[upper], &[("period", 2.0)], "value")
            .unwrap();
        assert_eq!((upper, lower, mean), (2, 4, 5));
        for price in [1.0, 3.0, 1.0] {
            plan.update(&[price, 9.0]);
        }
        assert_eq!(plan.values(), [1.0, 9.0, 4.0, 2.0, 0.0, 4.0]);
        plan.reset();
        assert!(plan.values().iter().all(|value| value.is_nan()));
        assert!(plan.add("sma", &[9], &[], "value").is_err());
    }
}
