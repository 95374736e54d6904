use nt_core::Code;

/// An error as napi throws it: `error.code` is the stable code, and the message is JSON with the
/// sentence and the details, which `packages/engine` unpacks once.
pub type Error = napi::Error<Code>;

/// What fallible entries of the addon return.
pub type Result<T> = std::result::Result<T, Error>;

/// Converts an error of the crates.
#[cold]
pub fn thrown(error: nt_core::Error) -> Error {
    let details: serde_json::Map<String, serde_json::Value> = error
        .details()
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone().into()))
        .collect();
    let payload = serde_json::json!({ "message": error.message(), "details": details });
    Error::new(error.code(), payload.to_string())
}

/// A session was used after it had given its results away.
#[cold]
pub fn finished() -> Error {
    thrown(nt_core::Error::new(
        Code::InvalidArgument,
        "the session is finished: start another",
    ))
}
