use nt_core::Code;

/// An error as napi throws it: `error.code` is the stable code, and the message is JSON with the
/// sentence and the details, which `packages/engine` unpacks once.
pub type Error = napi::Error<Code>;

/// What fallible entries of the addon return.
pub type Result<T> = std::result::Result<T, Error>;

/// Converts an error of the crates.
#[cold]
pub fn thrown(error: nt_core::Error) -> Error {
    Error::new(error.code(), payload(&error))
}

/// The message of an error as the addon throws it: JSON with the sentence and the details.
pub fn payload(error: &nt_core::Error) -> String {
    let details: serde_json::Map<String, serde_json::Value> = error
        .details()
        .iter()
        .map(|(key, text)| ((*key).to_owned(), detail(text)))
        .collect();
    serde_json::json!({ "message": error.message(), "details": details }).to_string()
}

/// A number where the text is one as Rust writes it, so that programs can count with it.
fn detail(text: &str) -> serde_json::Value {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && number.to_string() == text => number.into(),
        _ => text.into(),
    }
}

/// A session was used after it had given its results away.
#[cold]
pub fn finished() -> Error {
    thrown(nt_core::Error::new(
        Code::InvalidArgument,
        "the session is finished: start another",
    ))
}
