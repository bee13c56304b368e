use mole_runtime::{compare_values, equal_values, show_value, MapValue, RecordValue, Value};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

#[test]
fn values_are_shown_as_they_are_written() {
    let mut map = MapValue::default();
    map.put(Value::text("k"), Value::array(vec![Value::Int(-1), Value::Bool(true)]));
    assert_eq!(show_value(&Value::map(map)), "{\"k\": [-1, true]}");
    assert_eq!(show_value(&Value::text("plain")), "plain");
    assert_eq!(show_value(&Value::Unit), "unit");
}

#[test]
fn maps_are_equal_in_any_order() {
    let build = |keys: [i64; 3]| {
        let mut map = MapValue::default();
        keys.iter().for_each(|key| map.put(Value::Int(*key), Value::Int(key * 2)));
        Value::map(map)
    };
    assert!(equal_values(&build([1, 2, 3]), &build([3, 1, 2])));
    assert!(!equal_values(&build([1, 2, 3]), &build([1, 2, 4])));
}

#[test]
fn a_map_counts_again_after_a_key_is_gone() {
    let mut map = MapValue::default();
    (0..10).for_each(|key| map.put(Value::Int(key), Value::Int(key)));
    assert!(map.remove(&Value::Int(3)));
    map.put(Value::Int(7), Value::Int(70));
    map.put(Value::Int(30), Value::Int(300));
    assert!(matches!(map.get(&Value::Int(7)), Some(Value::Int(70))));
    assert!(matches!(map.get(&Value::Int(9)), Some(Value::Int(9))));
    assert!(map.get(&Value::Int(3)).is_none());
    assert_eq!(map.entries().len(), 10);
}

#[test]
fn only_ints_strings_and_bools_have_an_order() {
    assert_eq!(compare_values(&Value::Int(1), &Value::Int(2)), Some(Ordering::Less));
    assert_eq!(compare_values(&Value::text("b"), &Value::text("a")), Some(Ordering::Greater));
    assert_eq!(compare_values(&Value::Unit, &Value::Unit), None);
    assert_eq!(compare_values(&Value::Int(1), &Value::text("1")), None);
}

#[test]
fn records_are_equal_by_content() {
    let build = |value| {
        Value::Record(Rc::new(RefCell::new(RecordValue {
            name: "R".to_string(),
            fields: vec![("x".to_string(), Value::Int(value))],
        })))
    };
    assert!(equal_values(&build(1), &build(1)));
    assert!(!equal_values(&build(1), &build(2)));
    assert_eq!(show_value(&build(1)), "R {x: 1}");
}
