//! The one file with `unsafe`: it lends a JavaScript buffer to Rust for the length of a call.
#![allow(unsafe_code)]

use napi::bindgen_prelude::Float64Array;

/// A buffer that both sides write. `packages/engine` makes it, keeps it to itself and never detaches
/// it, so that it lives at one address for as long as this value holds its reference.
pub struct SharedBuffer(Float64Array);

impl SharedBuffer {
    pub const fn new(buffer: Float64Array) -> Self {
        Self(buffer)
    }

    pub fn read(&self) -> &[f64] {
        &self.0
    }

    pub fn write(&mut self) -> &mut [f64] {
        // SAFETY: JavaScript and this call run on one thread, so nothing reads or writes the buffer
        // while the slice lives; the slice is bound to `self`, which keeps the buffer alive.
        unsafe { self.0.as_mut() }
    }
}
