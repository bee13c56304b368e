use mole_identity::NameId;

struct Local {
    /// Nothing for a slot that the compiler needs for itself.
    name: Option<NameId>,
    depth: usize,
}

/// The slots of a function's variables. Slots are reused after their block.
#[derive(Default)]
pub struct Locals {
    locals: Vec<Local>,
    depth: usize,
    most: usize,
}

impl Locals {
    pub fn enter(&mut self) {
        self.depth += 1;
    }

    pub fn leave(&mut self) {
        self.depth -= 1;
        while self.locals.last().map_or(false, |local| local.depth > self.depth) {
            self.locals.pop();
        }
    }

    pub fn declare(&mut self, name: Option<NameId>) -> u32 {
        let depth = self.depth;
        self.locals.push(Local { name, depth });
        self.most = self.most.max(self.locals.len());
        (self.locals.len() - 1) as u32
    }

    /// The slot of the innermost variable of that name.
    pub fn find(&self, name: NameId) -> Option<u32> {
        self.locals
            .iter()
            .rposition(|local| local.name == Some(name))
            .map(|slot| slot as u32)
    }

    /// How many slots a frame needs.
    pub fn slot_count(&self) -> usize {
        self.most
    }
}
