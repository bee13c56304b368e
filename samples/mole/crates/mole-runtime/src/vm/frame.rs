use crate::Value;

/// A call that has not returned yet.
pub struct Frame {
    pub function: usize,
    /// The instruction to run next.
    pub next: usize,
    /// The source line of the instruction that runs.
    pub line: u32,
    pub locals: Vec<Value>,
    pub captures: Vec<Value>,
}

impl Frame {
    pub fn new(function: usize, locals: Vec<Value>, captures: Vec<Value>) -> Self {
        Frame {
            function,
            next: 0,
            line: 0,
            locals,
            captures,
        }
    }
}
