use crate::types::Type;
use mole_identity::NameId;

/// A local variable, parameter or loop variable.
#[derive(Clone, Debug)]
pub struct Variable {
    pub name: NameId,
    pub variable_type: Type,
    pub mutable: bool,
    /// How many functions lie around it: a lambda sees the variables of the outer ones.
    pub function_depth: usize,
}

/// The variables in sight, innermost block last.
#[derive(Clone, Debug)]
pub struct Scopes {
    blocks: Vec<Vec<Variable>>,
    pub function_depth: usize,
}

impl Default for Scopes {
    fn default() -> Self {
        Scopes {
            blocks: vec![Vec::new()],
            function_depth: 0,
        }
    }
}

impl Scopes {
    pub fn enter(&mut self) {
        self.blocks.push(Vec::new());
    }

    pub fn leave(&mut self) {
        self.blocks.pop();
    }

    pub fn declare(&mut self, name: NameId, variable_type: Type, mutable: bool) {
        let function_depth = self.function_depth;
        if let Some(block) = self.blocks.last_mut() {
            block.push(Variable {
                name,
                variable_type,
                mutable,
                function_depth,
            });
        }
    }

    /// The innermost variable of that name; of two in one block, the later.
    pub fn lookup(&self, name: NameId) -> Option<Variable> {
        for block in self.blocks.iter().rev() {
            for variable in block.iter().rev() {
                if variable.name == name {
                    return Some(variable.clone());
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_variables_hide_outer_ones() {
        let mut scopes = Scopes::default();
        scopes.declare(NameId(1), Type::Int, false);
        scopes.enter();
        scopes.declare(NameId(1), Type::Bool, true);
        assert!(scopes.lookup(NameId(1)).map_or(false, |found| found.mutable));
        scopes.leave();
        assert!(scopes.lookup(NameId(1)).map_or(false, |found| !found.mutable));
        assert!(scopes.lookup(NameId(2)).is_none());
    }
}
