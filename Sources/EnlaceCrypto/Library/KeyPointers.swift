extension PrivateKey {
    /// Lends the EVP_PKEY; the key stays alive for the length of the call.
    func withPointer<Value: ~Copyable>(
        _ body: (OpaquePointer) throws(CryptoError) -> Value
    ) throws(CryptoError) -> Value {
        defer { withExtendedLifetime(self) {} }
        return try body(raw)
    }
}

extension PublicKey {
    /// Lends the EVP_PKEY; the key stays alive for the length of the call.
    func withPointer<Value: ~Copyable>(
        _ body: (OpaquePointer) throws(CryptoError) -> Value
    ) throws(CryptoError) -> Value {
        defer { withExtendedLifetime(self) {} }
        return try body(raw)
    }
}
