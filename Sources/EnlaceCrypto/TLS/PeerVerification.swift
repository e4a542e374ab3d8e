import CEnlaceOpenSSL
import EnlaceModel

/// Takes the place of OpenSSL's own judgement of a peer's certificates: hands them to the verifier
/// and turns its answer into the alert that fits.
///
/// One engine owns it, and the engine's SSL points to it; it lives as long as the engine.
final class PeerVerification {
    private let verifier: TLSPeerVerifier
    private(set) var leaf: [UInt8] = []
    private(set) var chain: [[UInt8]] = []
    private(set) var refusal: (any CodedError)?

    init(verifier: @escaping TLSPeerVerifier) {
        self.verifier = verifier
    }

    /// Leaves this object with the SSL, where `judge` finds it; index 0 is the application's.
    func attach(to ssl: OpaquePointer) -> Bool {
        SSL_set_ex_data(ssl, 0, Unmanaged.passUnretained(self).toOpaque()) == 1
    }

    /// The callback of SSL_CTX_set_cert_verify_callback(3): 1 accepts, 0 refuses.
    static func judge(_ store: OpaquePointer?) -> Int32 {
        guard let store,
            let ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()),
            let attached = SSL_get_ex_data(OpaquePointer(ssl), 0)
        else { return 0 }
        let verification = Unmanaged<PeerVerification>.fromOpaque(attached).takeUnretainedValue()
        return verification.judge(store) ? 1 : 0
    }

    private func judge(_ store: OpaquePointer) -> Bool {
        guard let own = X509_STORE_CTX_get0_cert(store), let leaf = Self.encode(own) else {
            X509_STORE_CTX_set_error(store, X509_V_ERR_UNSPECIFIED)
            return false
        }
        self.leaf = leaf
        chain = Self.chain(of: store)
        switch verifier(leaf, chain) {
        case .accepted:
            X509_STORE_CTX_set_error(store, X509_V_OK)
            return true
        case .refused(let error):
            refusal = error
            X509_STORE_CTX_set_error(store, Self.reason(for: error.code))
            return false
        }
    }

    // The first of what the peer sent is the leaf again.
    private static func chain(of store: OpaquePointer) -> [[UInt8]] {
        let stack = X509_STORE_CTX_get0_untrusted(store)
        return (0..<enlace_x509_stack_count(stack)).dropFirst().compactMap {
            enlace_x509_stack_at(stack, $0).flatMap { encode($0) }
        }
    }

    private static func encode(_ certificate: OpaquePointer) -> [UInt8]? {
        try? encodeDER("certificate") { i2d_X509(certificate, $0) }
    }

    // OpenSSL derives the alert from the reason: certificate_expired, certificate_revoked,
    // unknown_ca, unsupported_certificate, bad_certificate, and handshake_failure for the rest.
    private static func reason(for code: ErrorCode) -> Int32 {
        switch code {
        case .certificateExpired: X509_V_ERR_CERT_HAS_EXPIRED
        case .certificateNotYetValid: X509_V_ERR_CERT_NOT_YET_VALID
        case .certificateRevoked: X509_V_ERR_CERT_REVOKED
        case .certificateUntrusted: X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY
        case .certificateWrongUsage: X509_V_ERR_INVALID_PURPOSE
        case .certificateWrongName, .certificateMalformed: X509_V_ERR_HOSTNAME_MISMATCH
        default: X509_V_ERR_APPLICATION_VERIFICATION
        }
    }
}
