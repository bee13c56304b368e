use super::{Compiler, Loop};
use crate::constants::Constant;
use crate::instruction::Instruction;
use crate::program::LineStart;
use mole_frontend::ast::{Block, Expression, ExpressionKind, Statement, StatementKind};
use mole_identity::NameId;

impl<'a> Compiler<'a> {
    pub(super) fn block(&mut self, block: &Block) {
        for statement in &block.statements {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let start = self.here();
        let line = statement.position.line;
        self.current().lines.push(LineStart { start, line });
        match &statement.kind {
            StatementKind::Let { name, value, .. } => {
                self.expression(value);
                let slot = self.current().locals.declare(Some(*name));
                self.emit(Instruction::StoreLocal(slot));
            }
            StatementKind::Assign { target, value } => self.assignment(target, value),
            StatementKind::Expression(value) => {
                self.expression(value);
                self.emit(Instruction::Pop);
            }
            StatementKind::If {
                condition,
                then,
                otherwise,
            } => self.conditional(condition, then, otherwise.as_ref()),
            StatementKind::While { condition, body } => self.while_loop(condition, body),
            StatementKind::ForRange {
                name,
                from,
                to,
                body,
            } => self.range_loop(*name, from, to, body),
            StatementKind::ForEach { name, items, body } => self.each_loop(*name, items, body),
            StatementKind::Return(value) => {
                match value {
                    Some(value) => self.expression(value),
                    None => {
                        self.emit(Instruction::Unit);
                    }
                }
                self.emit(Instruction::Return);
            }
            StatementKind::Break => {
                let jump = self.emit(Instruction::Jump(0));
                self.innermost_loop().breaks.push(jump);
            }
            StatementKind::Continue => {
                let jump = self.emit(Instruction::Jump(0));
                self.innermost_loop().continues.push(jump);
            }
            StatementKind::Assert(condition) => {
                self.expression(condition);
                self.emit(Instruction::Assert);
            }
        }
    }

    fn innermost_loop(&mut self) -> &mut Loop {
        let loops = &mut self.current().loops;
        let last = loops.len() - 1;
        &mut loops[last]
    }

    fn assignment(&mut self, target: &Expression, value: &Expression) {
        match &target.kind {
            ExpressionKind::Name(name) => {
                self.expression(value);
                let slot = self.current().locals.find(*name).unwrap_or(0);
                self.emit(Instruction::StoreLocal(slot));
            }
            ExpressionKind::Index(container, index) => {
                self.expression(container);
                self.expression(index);
                self.expression(value);
                self.emit(Instruction::StoreIndex);
            }
            ExpressionKind::Field(record, field) => {
                self.expression(record);
                self.expression(value);
                self.emit(Instruction::StoreField(*field));
            }
            _ => self.expression(value),
        }
    }

    fn conditional(&mut self, condition: &Expression, then: &Block, otherwise: Option<&Block>) {
        self.expression(condition);
        let skip = self.emit(Instruction::JumpIfFalse(0));
        self.scoped(then);
        match otherwise {
            Some(otherwise) => {
                let end = self.emit(Instruction::Jump(0));
                self.land(skip);
                self.scoped(otherwise);
                self.land(end);
            }
            None => self.land(skip),
        }
    }

    fn while_loop(&mut self, condition: &Expression, body: &Block) {
        let start = self.here();
        self.expression(condition);
        let exit = self.emit(Instruction::JumpIfFalse(0));
        self.loop_body(body);
        self.land_continues();
        self.emit(Instruction::Jump(start));
        self.land(exit);
        self.land_breaks();
    }

    fn range_loop(&mut self, name: NameId, from: &Expression, to: &Expression, body: &Block) {
        self.current().locals.enter();
        self.expression(from);
        let counter = self.current().locals.declare(None);
        self.emit(Instruction::StoreLocal(counter));
        self.expression(to);
        let limit = self.current().locals.declare(None);
        self.emit(Instruction::StoreLocal(limit));
        let start = self.here();
        self.emit(Instruction::LoadLocal(counter));
        self.emit(Instruction::LoadLocal(limit));
        self.emit(Instruction::Less);
        let exit = self.emit(Instruction::JumpIfFalse(0));
        self.emit(Instruction::LoadLocal(counter));
        let variable = self.current().locals.declare(Some(name));
        self.emit(Instruction::StoreLocal(variable));
        self.loop_body(body);
        self.finish_counting(counter, start, exit);
    }

    fn each_loop(&mut self, name: NameId, items: &Expression, body: &Block) {
        self.current().locals.enter();
        self.expression(items);
        let array = self.current().locals.declare(None);
        self.emit(Instruction::StoreLocal(array));
        self.constant(Constant::Integer(0));
        let counter = self.current().locals.declare(None);
        self.emit(Instruction::StoreLocal(counter));
        let start = self.here();
        self.emit(Instruction::LoadLocal(counter));
        self.emit(Instruction::LoadLocal(array));
        self.emit(Instruction::ArrayLength);
        self.emit(Instruction::Less);
        let exit = self.emit(Instruction::JumpIfFalse(0));
        self.emit(Instruction::LoadLocal(array));
        self.emit(Instruction::LoadLocal(counter));
        self.emit(Instruction::LoadIndex);
        let variable = self.current().locals.declare(Some(name));
        self.emit(Instruction::StoreLocal(variable));
        self.loop_body(body);
        self.finish_counting(counter, start, exit);
    }

    /// Counts on, goes back to the start of the loop and closes its scope.
    fn finish_counting(&mut self, counter: u32, start: u32, exit: usize) {
        self.land_continues();
        self.emit(Instruction::LoadLocal(counter));
        self.constant(Constant::Integer(1));
        self.emit(Instruction::Add);
        self.emit(Instruction::StoreLocal(counter));
        self.emit(Instruction::Jump(start));
        self.land(exit);
        self.land_breaks();
        self.current().locals.leave();
    }

    fn loop_body(&mut self, body: &Block) {
        self.current().loops.push(Loop::default());
        self.scoped(body);
    }

    fn land_continues(&mut self) {
        for jump in std::mem::take(&mut self.innermost_loop().continues) {
            self.land(jump);
        }
    }

    fn land_breaks(&mut self) {
        let finished = self.current().loops.pop().unwrap_or_default();
        for jump in finished.breaks {
            self.land(jump);
        }
    }
}
