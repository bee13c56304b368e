use crate::{Position, SourceFile};
use std::fmt;

/// A located message about a source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub file: String,
    pub position: Position,
    pub message: String,
}

impl Diagnostic {
    /// A message about the byte at `offset` of `source`.
    pub fn at(source: &SourceFile, offset: usize, message: String) -> Self {
        Diagnostic {
            file: source.name.clone(),
            position: source.position(offset),
            message,
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}:{}: error: {}",
            self.file, self.position, self.message
        )
    }
}
