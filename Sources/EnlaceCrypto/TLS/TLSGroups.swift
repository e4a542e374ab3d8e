import CEnlaceOpenSSL

/// The groups of the key agreement, in our order: first those that also withstand a quantum computer
/// (from OpenSSL 3.5 on), then P-256 and P-384.
enum TLSGroups {
    private static let wanted = ["X25519MLKEM768", "SecP256r1MLKEM768", "P-256", "P-384"]

    /// Those of the wanted groups that the library has, as a list for OpenSSL.
    ///
    /// A name that it does not know would refuse the whole list, so each is tried alone.
    static func available(in context: OpaquePointer) -> String {
        let known = wanted.filter { enlace_tls_set_groups(context, $0) == 1 }
        ERR_clear_error()
        return known.joined(separator: ":")
    }
}
