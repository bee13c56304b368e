use super::Compiler;
use crate::constants::Constant;
use crate::instruction::Instruction;
use mole_frontend::ast::{
    BinaryOperator, Expression, ExpressionKind, Lambda, TypeExpression, TypeKind, UnaryOperator,
};
use mole_identity::{NameId, QualifiedName};
use mole_sema::Resolution;

impl<'a> Compiler<'a> {
    pub(super) fn expression(&mut self, expression: &Expression) {
        match &expression.kind {
            ExpressionKind::Integer(value) => self.constant(Constant::Integer(*value)),
            ExpressionKind::Boolean(value) => {
                self.emit(Instruction::Boolean(*value));
            }
            ExpressionKind::Text(value) => self.constant(Constant::Text(value.clone())),
            ExpressionKind::Name(name) => {
                if !self.load_variable(*name) {
                    self.load_function(expression);
                }
            }
            ExpressionKind::Array(items) => {
                items.iter().for_each(|item| self.expression(item));
                self.emit(Instruction::MakeArray(items.len() as u32));
            }
            ExpressionKind::Map(entries) => {
                for (key, value) in entries {
                    self.expression(key);
                    self.expression(value);
                }
                self.emit(Instruction::MakeMap(entries.len() as u32));
            }
            ExpressionKind::Record { name, fields } => self.record(name, fields),
            ExpressionKind::Lambda(lambda) => self.lambda(lambda),
            ExpressionKind::Unary(operator, operand) => {
                self.expression(operand);
                self.emit(match operator {
                    UnaryOperator::Negate => Instruction::Negate,
                    UnaryOperator::Not => Instruction::Not,
                });
            }
            ExpressionKind::Binary(operator, left, right) => self.binary(*operator, left, right),
            ExpressionKind::Call(target, arguments) => self.call(target, arguments),
            ExpressionKind::Index(target, index) => {
                self.expression(target);
                self.expression(index);
                self.emit(Instruction::LoadIndex);
            }
            ExpressionKind::Field(target, field) => {
                if !self.load_function(expression) {
                    self.expression(target);
                    self.emit(Instruction::LoadField(*field));
                }
            }
        }
    }

    fn resolution(&self, expression: &Expression) -> Option<Resolution> {
        self.checked.resolutions[expression.id]
    }

    /// Loads the function that a name stands for; false when it stands for none.
    fn load_function(&mut self, expression: &Expression) -> bool {
        match self.resolution(expression) {
            Some(Resolution::Function(name)) => self.emit(Instruction::LoadFunction(name)),
            Some(Resolution::Native(name)) => self.emit(Instruction::LoadNative(name.name)),
            None => return false,
        };
        true
    }

    fn call(&mut self, target: &Expression, arguments: &[Expression]) {
        let count = arguments.len() as u32;
        let resolution = self.resolution(target);
        if resolution.is_none() {
            self.expression(target);
        }
        arguments.iter().for_each(|argument| self.expression(argument));
        self.emit(match resolution {
            Some(Resolution::Function(name)) => Instruction::Call {
                name,
                arguments: count,
            },
            Some(Resolution::Native(name)) => Instruction::CallNative {
                name: name.name,
                arguments: count,
            },
            None => Instruction::CallValue { arguments: count },
        });
    }

    /// Fields are evaluated in the order in which the record declares them.
    fn record(&mut self, written: &TypeExpression, fields: &[(NameId, Expression)]) {
        let name = match &written.kind {
            TypeKind::Named { module, name, .. } => {
                QualifiedName::new(module.unwrap_or(self.module.name), *name)
            }
            _ => return,
        };
        let found = self.output.shapes.iter().position(|shape| shape.name == name);
        let index = found.unwrap_or(0);
        let order = self.output.shapes[index].fields.clone();
        for wanted in order {
            for (field, value) in fields {
                if *field == wanted {
                    self.expression(value);
                }
            }
        }
        self.emit(Instruction::MakeRecord(index as u32));
    }

    fn lambda(&mut self, lambda: &Lambda) {
        self.open(&lambda.parameters);
        self.block(&lambda.body);
        let captures = self.close(self.lambda_name, lambda.parameters.len());
        let function = (self.output.functions.len() - 1) as u32;
        for capture in &captures {
            self.load_variable(*capture);
        }
        self.emit(Instruction::MakeClosure {
            function,
            captures: captures.len() as u32,
        });
    }

    fn binary(&mut self, operator: BinaryOperator, left: &Expression, right: &Expression) {
        self.expression(left);
        let short_circuit = match operator {
            BinaryOperator::Or => Some(self.emit(Instruction::JumpIfTrueOrPop(0))),
            BinaryOperator::And => Some(self.emit(Instruction::JumpIfFalseOrPop(0))),
            _ => None,
        };
        self.expression(right);
        if let Some(jump) = short_circuit {
            self.land(jump);
            return;
        }
        if let Some(instruction) = instruction_of(operator) {
            self.emit(instruction);
        }
    }
}

fn instruction_of(operator: BinaryOperator) -> Option<Instruction> {
    Some(match operator {
        BinaryOperator::Or | BinaryOperator::And => return None,
        BinaryOperator::Equal => Instruction::Equal,
        BinaryOperator::NotEqual => Instruction::NotEqual,
        BinaryOperator::Less => Instruction::Less,
        BinaryOperator::LessEqual => Instruction::LessEqual,
        BinaryOperator::Greater => Instruction::Greater,
        BinaryOperator::GreaterEqual => Instruction::GreaterEqual,
        BinaryOperator::Add => Instruction::Add,
        BinaryOperator::Subtract => Instruction::Subtract,
        BinaryOperator::Multiply => Instruction::Multiply,
        BinaryOperator::Divide => Instruction::Divide,
        BinaryOperator::Remainder => Instruction::Remainder,
    })
}
