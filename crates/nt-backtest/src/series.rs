use nt_core::{Bars, BarsView};

/// The series of a run, one an instrument, handed to the driver on every call so that it owns none.
pub trait Series {
    /// How many instruments.
    fn count(&self) -> usize;
    /// The bars of one.
    fn bars(&self, instrument: usize) -> BarsView<'_>;
}

impl Series for [Bars] {
    fn count(&self) -> usize {
        self.len()
    }

    fn bars(&self, instrument: usize) -> BarsView<'_> {
        self[instrument].view()
    }
}

impl Series for [BarsView<'_>] {
    fn count(&self) -> usize {
        self.len()
    }

    fn bars(&self, instrument: usize) -> BarsView<'_> {
        self[instrument]
    }
}
