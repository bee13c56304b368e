use mole_frontend::ast::Module;
use mole_identity::{Diagnostic, Interner, NameId};

/// Sorts modules so that each comes after the ones that it imports; otherwise the order stays.
pub fn order_modules(modules: Vec<Module>, interner: &Interner) -> Result<Vec<Module>, Diagnostic> {
    let names: Vec<NameId> = modules.iter().map(|module| module.name).collect();
    let mut sorter = Sorter {
        modules: &modules,
        names,
        interner,
        marks: vec![Mark::New; modules.len()],
        order: Vec::new(),
    };
    for index in 0..modules.len() {
        sorter.visit(index)?;
    }
    let order = sorter.order;
    let mut slots: Vec<Option<Module>> = modules.into_iter().map(Some).collect();
    Ok(order.into_iter().filter_map(|index| slots[index].take()).collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

struct Sorter<'a> {
    modules: &'a [Module],
    names: Vec<NameId>,
    interner: &'a Interner,
    marks: Vec<Mark>,
    order: Vec<usize>,
}

impl<'a> Sorter<'a> {
    fn visit(&mut self, index: usize) -> Result<(), Diagnostic> {
        if self.marks[index] == Mark::Done {
            return Ok(());
        }
        self.marks[index] = Mark::Open;
        let module = &self.modules[index];
        for import in &module.imports {
            let error = |problem: &str| {
                let name = self.interner.text(import.module);
                Diagnostic::at(&module.source, import.offset, format!("module {name} {problem}"))
            };
            let target = match self.names.iter().position(|name| *name == import.module) {
                Some(target) => target,
                None => return Err(error("is not there")),
            };
            match self.marks[target] {
                Mark::Open => return Err(error("is imported in a circle")),
                Mark::New => self.visit(target)?,
                Mark::Done => {}
            }
        }
        self.marks[index] = Mark::Done;
        self.order.push(index);
        Ok(())
    }
}
