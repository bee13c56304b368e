use crate::generics::Substitution;
use crate::library::{Library, RecordInfo, Signature};
use crate::resolve::TypeResolver;
use crate::types::Type;
use mole_frontend::ast::{Function, Module, Parameter, Record};
use mole_identity::{Diagnostic, Interner, NameId, QualifiedName};

/// What all modules declare. Errors are left out: the checker has told of them already.
pub fn declare_modules(modules: &[Module], interner: &Interner) -> Library {
    let mut library = Library::default();
    let mut errors = Vec::new();
    for module in modules {
        declare_module(module, &mut library, interner, &mut errors);
    }
    library
}

/// Adds the records and functions of one module; the modules that it imports come first.
pub fn declare_module(
    module: &Module,
    library: &mut Library,
    interner: &Interner,
    errors: &mut Vec<Diagnostic>,
) {
    for record in &module.records {
        match declare_record(module, record, library, interner) {
            Ok(info) => library.add_record(info),
            Err(error) => errors.push(error),
        }
    }
    for (index, function) in module.functions.iter().enumerate() {
        let earlier = &module.functions[..index];
        if earlier.iter().any(|other| other.name == function.name) {
            let name = interner.text(function.name);
            let message = format!("function {name} is declared twice");
            errors.push(Diagnostic::at(&module.source, function.offset, message));
            continue;
        }
        match declare_function(module, function, library, interner) {
            Ok(signature) => library.add_function(signature),
            Err(error) => errors.push(error),
        }
    }
}

fn declare_record(
    module: &Module,
    record: &Record,
    library: &Library,
    interner: &Interner,
) -> Result<RecordInfo, Diagnostic> {
    let name = QualifiedName::new(module.name, record.name);
    if library.find_record(name).is_some() {
        let message = format!("record {} is declared twice", interner.text(record.name));
        return Err(Diagnostic::at(&module.source, record.offset, message));
    }
    let substitution = Substitution::identity(&record.generics);
    let resolver = TypeResolver {
        library,
        interner,
        module,
        substitution: &substitution,
    };
    let types = parameter_types(&resolver, &record.fields)?;
    let names: Vec<NameId> = record.fields.iter().map(|field| field.name).collect();
    Ok(RecordInfo {
        name,
        generics: record.generics.clone(),
        fields: names.into_iter().zip(types).collect(),
    })
}

fn declare_function(
    module: &Module,
    function: &Function,
    library: &Library,
    interner: &Interner,
) -> Result<Signature, Diagnostic> {
    let substitution = Substitution::identity(&function.generics);
    let resolver = TypeResolver {
        library,
        interner,
        module,
        substitution: &substitution,
    };
    Ok(Signature {
        name: QualifiedName::new(module.name, function.name),
        generics: function.generics.clone(),
        parameters: parameter_types(&resolver, &function.parameters)?,
        result: resolver.resolve(&function.result)?,
        native: function.body.is_none(),
    })
}

fn parameter_types(
    resolver: &TypeResolver<'_>,
    parameters: &[Parameter],
) -> Result<Vec<Type>, Diagnostic> {
    parameters
        .iter()
        .map(|parameter| resolver.resolve(&parameter.annotation))
        .collect()
}
