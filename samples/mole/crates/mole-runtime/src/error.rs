/// Why a test stopped, and the source line that it had come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimeError {
    pub message: String,
    pub module: String,
    pub line: u32,
}
