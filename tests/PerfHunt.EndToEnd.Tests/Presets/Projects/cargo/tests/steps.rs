#[test]
fn known_sequences() {
    assert_eq!((collatz::steps(1), collatz::steps(6), collatz::steps(27)), (0, 8, 111));
}
