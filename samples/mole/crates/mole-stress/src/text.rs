/// Program text that is being written, with its indentation.
#[derive(Default)]
pub struct Text {
    lines: String,
    depth: usize,
}

impl Text {
    pub fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.lines.push_str(&"    ".repeat(self.depth));
            self.lines.push_str(text);
        }
        self.lines.push('\n');
    }

    /// `head {`, the body one step further in, and `}`.
    pub fn block(&mut self, head: &str, body: impl FnOnce(&mut Text)) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
        body(self);
        self.depth -= 1;
        self.line("}");
    }

    pub fn finish(self) -> String {
        self.lines
    }
}
