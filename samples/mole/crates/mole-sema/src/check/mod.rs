//! The type checker. Functions with type parameters are checked once for each set of type
//! arguments that the program uses, with the real types in place of the parameters.

mod calls;
mod expressions;
mod literals;
mod statements;

use crate::declare::declare_module;
use crate::generics::Substitution;
use crate::instances::Instances;
use crate::library::Library;
use crate::resolution::{CheckedModule, CheckedProgram, Resolution};
use crate::resolve::TypeResolver;
use crate::returns::always_returns;
use crate::scope::Scopes;
use crate::types::{same_type, show_type, Type};
use mole_frontend::ast::{Block, Function, Module, TypeExpression};
use mole_identity::{Diagnostic, Interner, NameId, QualifiedName};

pub(crate) type Checked<T> = Result<T, Diagnostic>;

/// Type arguments nest no deeper than this; deeper ones come from endless recursion.
const MAX_INSTANCES: usize = 100_000;

/// Checks all modules, of which the first is the standard library. Gives every error found,
/// at most one for each function and test.
pub fn check_program(
    modules: &[Module],
    interner: &Interner,
) -> Result<CheckedProgram, Vec<Diagnostic>> {
    let mut library = Library::default();
    let mut errors = Vec::new();
    for module in modules {
        declare_module(module, &mut library, interner, &mut errors);
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut pass = Pass {
        modules,
        interner,
        library,
        instances: Instances::default(),
        checked: modules.iter().map(unchecked).collect(),
        errors,
    };
    pass.check_plain_code();
    pass.check_instances();
    if !pass.errors.is_empty() {
        return Err(pass.errors);
    }
    Ok(CheckedProgram {
        modules: pass.checked,
        instance_count: pass.instances.len(),
    })
}

fn unchecked(module: &Module) -> CheckedModule {
    CheckedModule {
        resolutions: vec![None; module.expression_count],
        used: vec![false; module.functions.len()],
    }
}

struct Pass<'a> {
    modules: &'a [Module],
    interner: &'a Interner,
    library: Library,
    instances: Instances,
    checked: Vec<CheckedModule>,
    errors: Vec<Diagnostic>,
}

impl<'a> Pass<'a> {
    fn check_plain_code(&mut self) {
        for index in 0..self.modules.len() {
            let module = &self.modules[index];
            for (position, function) in module.functions.iter().enumerate() {
                if function.generics.is_empty() && function.body.is_some() {
                    self.check_function(index, position, function, &Substitution::new());
                }
            }
            for test in &module.tests {
                let substitution = Substitution::new();
                let outcome = self
                    .checker(index, &substitution)
                    .body(&test.body, Type::Unit);
                self.errors.extend(outcome.err());
            }
        }
    }

    fn check_instances(&mut self) {
        while let Some((name, arguments)) = self.instances.take_next() {
            let found = self.modules.iter().enumerate().find_map(|(index, module)| {
                let position = module.functions.iter().position(|item| item.name == name.name)?;
                (module.name == name.module).then(|| (index, position))
            });
            if let Some((index, position)) = found {
                let function = &self.modules[index].functions[position];
                let substitution = Substitution::of(&function.generics, &arguments);
                self.check_function(index, position, function, &substitution);
            }
            if self.instances.len() > MAX_INSTANCES || self.errors.len() > 20 {
                break;
            }
        }
    }

    fn check_function(
        &mut self,
        index: usize,
        position: usize,
        function: &Function,
        substitution: &Substitution,
    ) {
        self.checked[index].used[position] = true;
        let outcome = self.checker(index, substitution).function(function);
        self.errors.extend(outcome.err());
    }

    fn checker<'b>(&'b mut self, index: usize, substitution: &'b Substitution) -> Checker<'b> {
        Checker {
            library: &self.library,
            interner: self.interner,
            module: &self.modules[index],
            standard: self.modules[0].name,
            instances: &mut self.instances,
            resolutions: &mut self.checked[index].resolutions,
            substitution,
            scopes: Scopes::default(),
            result: Type::Unit,
            loop_depth: 0,
        }
    }
}

/// Checks one body.
pub(crate) struct Checker<'a> {
    library: &'a Library,
    interner: &'a Interner,
    module: &'a Module,
    standard: NameId,
    instances: &'a mut Instances,
    resolutions: &'a mut Vec<Option<Resolution>>,
    substitution: &'a Substitution,
    scopes: Scopes,
    result: Type,
    loop_depth: usize,
}

impl<'a> Checker<'a> {
    fn function(&mut self, function: &Function) -> Checked<()> {
        for parameter in &function.parameters {
            let parameter_type = self.resolve_type(&parameter.annotation)?;
            self.scopes.declare(parameter.name, parameter_type, false);
        }
        let result = self.resolve_type(&function.result)?;
        if let Some(body) = &function.body {
            if !matches!(result, Type::Unit) && !always_returns(body) {
                let name = self.interner.text(function.name);
                let message = format!("function {name} can end without a return");
                return Err(self.error(function.offset, message));
            }
            self.body(body, result)?;
        }
        Ok(())
    }

    fn body(&mut self, body: &Block, result: Type) -> Checked<()> {
        self.result = result;
        self.block(body)
    }

    fn resolve_type(&self, written: &TypeExpression) -> Checked<Type> {
        let resolver = TypeResolver {
            library: self.library,
            interner: self.interner,
            module: self.module,
            substitution: self.substitution,
        };
        resolver.resolve(written)
    }

    fn expect(&self, wanted: &Type, found: &Type, offset: usize) -> Checked<()> {
        if same_type(wanted, found) {
            return Ok(());
        }
        let (wanted, found) = (self.show(wanted), self.show(found));
        Err(self.error(offset, format!("expected {wanted}, found {found}")))
    }

    fn show(&self, shown: &Type) -> String {
        show_type(shown, self.interner)
    }

    fn error(&self, offset: usize, message: String) -> Diagnostic {
        Diagnostic::at(&self.module.source, offset, message)
    }

    fn imports(&self, module: NameId) -> bool {
        self.module.imports.iter().any(|import| import.module == module)
    }

    fn resolve_to(&mut self, expression: usize, name: QualifiedName, native: bool) {
        self.resolutions[expression] = Some(if native {
            Resolution::Native(name)
        } else {
            Resolution::Function(name)
        });
    }
}
