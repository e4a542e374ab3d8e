import CEnlaceOpenSSL
import EnlaceModel

/// The authorities of one verifier, in the form OpenSSL builds chains from.
///
/// `@unchecked Sendable`: the X509_STORE is filled in `init` and only read afterwards; lookups in it
/// take its own lock.
final class ChainAuthorities: @unchecked Sendable {
    /// The most certificates between the judged one and the pinned one.
    static let intermediatesMax: Int32 = 4

    private let store: OpaquePointer
    private let anchors: [Certificate]
    private let intermediates: [Certificate]

    init(anchors: [Certificate], intermediates: [Certificate]) throws(CryptoError) {
        ERR_clear_error()
        for authority in anchors + intermediates {
            guard authority.isAuthority else {
                throw CryptoError(
                    .certificateWrongUsage, object: authority.subject,
                    context: ["expected": CertificateProfile.countryAuthority.rawValue])
            }
        }
        guard let store = X509_STORE_new() else {
            throw CryptoError(.cryptoFailure, object: "X509_STORE_new")
        }
        self.store = store
        self.anchors = anchors
        self.intermediates = intermediates
        for anchor in anchors where X509_STORE_add_cert(store, anchor.raw) != 1 {
            throw CryptoError(.cryptoFailure, object: anchor.subject)
        }
    }

    deinit { X509_STORE_free(store) }

    /// The newest of these lists and those held, by the fingerprint of the authority that signed
    /// it; refuses all when one is not of an authority of ours.
    func newest(
        of lists: [RevocationList], and held: [SHA256Digest: RevocationList]
    ) throws(CryptoError) -> [SHA256Digest: RevocationList] {
        var newest = held
        for list in lists {
            let signers = (anchors + intermediates).filter { list.isSigned(by: $0) }
            guard !signers.isEmpty else {
                throw CryptoError(
                    .revocationListInvalid, object: list.issuer, context: ["reason": "signature"])
            }
            // An authority's certificate may have been renewed with the same key and name.
            for signer in signers.map(\.fingerprint) {
                if let other = newest[signer], other.thisUpdate > list.thisUpdate { continue }
                newest[signer] = list
            }
        }
        return newest
    }

    /// The chain from the certificate up to a pinned authority, both included, valid at the moment.
    func chain(
        of certificate: Certificate, intermediates given: [Certificate], at moment: Timestamp
    ) throws(CryptoError) -> [Certificate] {
        ERR_clear_error()
        defer { ERR_clear_error() }
        let between = intermediates + given
        let untrusted = OPENSSL_sk_new_null()
        defer { OPENSSL_sk_free(untrusted) }
        for authority in between {
            OPENSSL_sk_push(untrusted, UnsafeRawPointer(authority.raw))
        }
        guard let context = X509_STORE_CTX_new() else {
            throw CryptoError(.cryptoFailure, object: "X509_STORE_CTX_new")
        }
        defer { X509_STORE_CTX_free(context) }
        guard X509_STORE_CTX_init(context, store, certificate.raw, untrusted) == 1,
            setParameters(context, at: moment)
        else { throw CryptoError(.cryptoFailure, object: "X509_STORE_CTX_init") }
        let status = withExtendedLifetime(between) { X509_verify_cert(context) }
        guard status == 1 else { throw refusal(context, certificate) }
        return try authorities(in: context, among: anchors + between + [certificate])
    }

    private func setParameters(_ context: OpaquePointer, at moment: Timestamp) -> Bool {
        guard let parameters = X509_STORE_CTX_get0_param(context) else { return false }
        X509_VERIFY_PARAM_set_time(parameters, moment.wholeSeconds)
        X509_VERIFY_PARAM_set_depth(parameters, Self.intermediatesMax)
        // A pinned agency authority ends the chain although it is not self-signed. Revocation is
        // judged by RevocationCheck, which verifies the signature of a list once and not per chain.
        let flags = UInt(X509_V_FLAG_PARTIAL_CHAIN) | UInt(X509_V_FLAG_X509_STRICT)
        return X509_VERIFY_PARAM_set_flags(parameters, flags) == 1
    }

    private func authorities(
        in context: OpaquePointer, among known: [Certificate]
    ) throws(CryptoError) -> [Certificate] {
        let stack = X509_STORE_CTX_get0_chain(context)
        var chain: [Certificate] = []
        for index in 0..<max(0, OPENSSL_sk_num(stack)) {
            guard let pointer = OPENSSL_sk_value(stack, index).map({ OpaquePointer($0) }),
                let own = known.first(where: { X509_cmp($0.raw, pointer) == 0 })
            else { throw CryptoError(.cryptoFailure, object: "chain") }
            chain.append(own)
        }
        return chain
    }

    private func refusal(_ context: OpaquePointer, _ certificate: Certificate) -> CryptoError {
        let error = X509_STORE_CTX_get_error(context)
        let reason = X509_verify_cert_error_string(Int(error)).map { String(cString: $0) } ?? ""
        var details = ["reason": reason]
        let code: ErrorCode
        switch error {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            code = .certificateExpired
            details["notAfter"] = certificate.notAfter.text
        case X509_V_ERR_CERT_NOT_YET_VALID:
            code = .certificateNotYetValid
            details["notBefore"] = certificate.notBefore.text
        case X509_V_ERR_PATH_LENGTH_EXCEEDED, X509_V_ERR_CERT_CHAIN_TOO_LONG:
            code = .certificatePathTooLong
        default:
            code = .certificateUntrusted
        }
        return CryptoError(code, object: certificate.subject, context: details)
    }
}
