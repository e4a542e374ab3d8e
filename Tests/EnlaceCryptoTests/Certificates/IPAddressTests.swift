import EnlaceCrypto
import Testing

@Suite struct IPAddressTests {
    @Test(
        "addresses come back from text, others are none",
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("2001:DB8:0::1", "2001:db8::1"), ("::", "::"),
            ("1.2.3", nil), ("", nil), ("localhost", nil), ("1.2.3.4,URI:x", nil),
        ])
    func text(given: String, expected: String?) {
        #expect(IPAddress(given)?.text == expected)
    }
}
