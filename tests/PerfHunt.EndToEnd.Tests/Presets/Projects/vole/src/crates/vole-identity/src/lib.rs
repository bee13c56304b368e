//! What things are called.

use std::rc::Rc;

/// A name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name(Rc<str>);

impl Name {
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    pub fn text(&self) -> &str {
        &self.0
    }
}
