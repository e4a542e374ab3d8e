import CEnlaceOpenSSL
import EnlaceModel

/// What all connections of one port, or all dialed with one identity, have in common: TLS 1.3 only,
/// both sides with certificates, one ALPN name, no tickets, no resumption, no early data.
///
/// `@unchecked Sendable`: the SSL_CTX is complete after `init`, is never changed afterwards and counts
/// its references atomically (SSL_CTX_new(3)).
package final class TLSContext: @unchecked Sendable {
    package enum Side: Sendable {
        case server
        case client
    }

    /// The most bytes of certificates that are taken from a peer.
    private static let certificatesBytesMax = 64 * 1024
    private static let ciphers = "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256"
    private static let signatures = "ecdsa_secp256r1_sha256:ecdsa_secp384r1_sha384"

    let raw: OpaquePointer
    package let side: Side
    package let protocolName: TLSProtocol
    // The name list that the ALPN callback points into; freed after the SSL_CTX.
    private let offered: UnsafeMutableBufferPointer<UInt8>

    /// `chain` is the own certificate and those between it and the authority, the own first.
    ///
    /// Throws `KEY_MISMATCH` when the key is not the first certificate's, `KEY_MISSING` without a
    /// certificate.
    package init(
        side: Side, protocolName: TLSProtocol, chain: [Certificate], key: PrivateKey
    ) throws(CryptoError) {
        ERR_clear_error()
        guard let raw = SSL_CTX_new(side == .server ? TLS_server_method() : TLS_client_method())
        else { throw CryptoError(.cryptoFailure, object: "SSL_CTX") }
        let bytes = protocolName.offered
        let offered = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = offered.initialize(fromContentsOf: bytes)
        do throws(CryptoError) {
            try Self.configure(raw)
            try Self.use(chain, key, in: raw)
            try Self.offer(offered, side, in: raw)
        } catch {
            SSL_CTX_free(raw)
            offered.deallocate()
            throw error
        }
        self.raw = raw
        self.side = side
        self.protocolName = protocolName
        self.offered = offered
    }

    package convenience init(
        side: Side, protocolName: TLSProtocol, credential: Credential
    ) throws(CryptoError) {
        try self.init(
            side: side, protocolName: protocolName,
            chain: [credential.certificate] + credential.intermediates, key: credential.key)
    }

    deinit {
        SSL_CTX_free(raw)
        offered.deallocate()
    }

    private static func configure(_ raw: OpaquePointer) throws(CryptoError) {
        enlace_tls_set_fixed_options(raw, certificatesBytesMax)
        SSL_CTX_set_num_tickets(raw, 0)
        SSL_CTX_set_max_early_data(raw, 0)
        let groups = TLSGroups.available(in: raw)
        guard enlace_tls_only_13(raw) == 1, SSL_CTX_set_ciphersuites(raw, ciphers) == 1,
            enlace_tls_set_groups(raw, groups) == 1,
            enlace_tls_set_signature_algorithms(raw, signatures) == 1
        else { throw CryptoError(.cryptoFailure, object: "SSL_CTX") }
        SSL_CTX_set_verify(raw, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
        SSL_CTX_set_cert_verify_callback(raw, { store, _ in PeerVerification.judge(store) }, nil)
    }

    private static func use(
        _ chain: [Certificate], _ key: PrivateKey, in raw: OpaquePointer
    ) throws(CryptoError) {
        guard let leaf = chain.first else {
            throw CryptoError(.keyMissing, object: "TLS certificate")
        }
        guard leaf.publicKey == key.publicKey else {
            throw CryptoError(.keyMismatch, object: leaf.subject)
        }
        let isSet = try key.withPointer { key throws(CryptoError) in
            SSL_CTX_use_certificate(raw, leaf.raw) == 1 && SSL_CTX_use_PrivateKey(raw, key) == 1
                && SSL_CTX_check_private_key(raw) == 1
        }
        let isComplete = chain.dropFirst().allSatisfy {
            enlace_tls_add_chain_certificate(raw, $0.raw) == 1
        }
        guard isSet, isComplete else { throw CryptoError(.cryptoFailure, object: "SSL_CTX") }
    }

    private static func offer(
        _ offered: UnsafeMutableBufferPointer<UInt8>, _ side: Side, in raw: OpaquePointer
    ) throws(CryptoError) {
        switch side {
        case .client:
            // Other than nearly all of OpenSSL, 0 means success here.
            guard SSL_CTX_set_alpn_protos(raw, offered.baseAddress, UInt32(offered.count)) == 0
            else { throw CryptoError(.cryptoFailure, object: "ALPN") }
        case .server:
            SSL_CTX_set_alpn_select_cb(raw, selectProtocol, offered.baseAddress)
            SSL_CTX_set_client_hello_cb(raw, requireProtocol, nil)
        }
    }
}

/// Takes our one name out of the client's list, or refuses with the alert no_application_protocol.
private func selectProtocol(
    _: OpaquePointer?, _ selected: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ selectedBytes: UnsafeMutablePointer<UInt8>?, _ names: UnsafePointer<UInt8>?, _ bytes: UInt32,
    _ offered: UnsafeMutableRawPointer?
) -> Int32 {
    guard let offered = offered?.assumingMemoryBound(to: UInt8.self), let names else {
        return SSL_TLSEXT_ERR_ALERT_FATAL
    }
    let own = UnsafeBufferPointer(start: offered, count: Int(offered[0]) + 1)
    var rest = UnsafeBufferPointer(start: names, count: Int(bytes))[...]
    while let length = rest.first, rest.count > Int(length) {
        if rest.prefix(Int(length) + 1).elementsEqual(own) {
            selected?.pointee = UnsafePointer(offered + 1)
            selectedBytes?.pointee = offered[0]
            return SSL_TLSEXT_ERR_OK
        }
        rest = rest.dropFirst(Int(length) + 1)
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL
}

/// Refuses a client that names no protocol at all: the selection is not called for it.
private func requireProtocol(
    _ ssl: OpaquePointer?, _ alert: UnsafeMutablePointer<Int32>?, _: UnsafeMutableRawPointer?
) -> Int32 {
    var extensionBytes: UnsafePointer<UInt8>?
    var count = 0
    let kind = UInt32(TLSEXT_TYPE_application_layer_protocol_negotiation)
    if SSL_client_hello_get0_ext(ssl, kind, &extensionBytes, &count) == 1 {
        return SSL_CLIENT_HELLO_SUCCESS
    }
    alert?.pointee = SSL_AD_NO_APPLICATION_PROTOCOL
    return SSL_CLIENT_HELLO_ERROR
}
