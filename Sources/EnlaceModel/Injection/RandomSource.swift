/// Where random bytes come from; injected, so that a run can be repeated from its seed.
///
/// In the product this is always the cryptographic generator of OpenSSL.
package protocol RandomSource: Sendable {
    func bytes(_ count: Int) -> [UInt8]
}
