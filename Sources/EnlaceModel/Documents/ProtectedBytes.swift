/// Bytes encrypted at rest under a key of their own (design §4, "At rest"). Plain data; the making
/// and opening is `EnlaceCrypto`'s.
package struct ProtectedBytes: Sendable, Equatable {
    /// The storage epoch whose key wraps this one.
    package let epoch: UInt32
    /// The AES-256 key, wrapped (RFC 3394): 40 bytes.
    package let wrappedKey: [UInt8]
    /// 12 bytes.
    package let nonce: [UInt8]
    /// AES-256-GCM ciphertext with its 16-byte tag at the end.
    package let ciphertext: [UInt8]

    package init(epoch: UInt32, wrappedKey: [UInt8], nonce: [UInt8], ciphertext: [UInt8]) {
        self.epoch = epoch
        self.wrappedKey = wrappedKey
        self.nonce = nonce
        self.ciphertext = ciphertext
    }
}
