import CEnlaceOpenSSL
import EnlaceModel

/// One TLS connection without a socket: bytes of the network go in and come out, and so does
/// plaintext. It never blocks and never waits; every call answers with what is to be done next.
///
/// Owned by one event loop or task at a time. Not safe to be called from two threads at once.
package final class TLSEngine {
    /// How much is given to OpenSSL at once. Larger pieces make memory streams of many hundred KiB,
    /// whose page faults cost more than the encryption.
    private static let pieceBytesMax = 48 * 1024
    private static let recordBytesMax = 16 * 1024
    /// After so many records the keys are renewed: well below the 2^24.5 full records that RFC 8446
    /// section 5.5 allows for AES-GCM.
    static let recordsPerKeyMax = 1 << 22

    private enum State {
        case handshaking
        case open
        /// Our close_notify is sent.
        case closing
        case ended
    }

    private let context: TLSContext
    private let ssl: OpaquePointer
    // Both belong to `ssl`.
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer
    private let verification: PeerVerification
    private let recordsPerKey: Int
    private var recordsWithKey = 0
    private var state = State.handshaking
    private var isPeerClosed = false

    /// Whether plaintext may be written.
    package var isOpen: Bool { state == .open }

    package convenience init(
        context: TLSContext, verifier: @escaping TLSPeerVerifier
    ) throws(CryptoError) {
        try self.init(context: context, verifier: verifier, recordsPerKey: Self.recordsPerKeyMax)
    }

    init(
        context: TLSContext, verifier: @escaping TLSPeerVerifier, recordsPerKey: Int
    ) throws(CryptoError) {
        ERR_clear_error()
        let verification = PeerVerification(verifier: verifier)
        guard let ssl = SSL_new(context.raw) else {
            throw CryptoError(.cryptoFailure, object: "SSL")
        }
        guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()),
            verification.attach(to: ssl)
        else {
            SSL_free(ssl)
            throw CryptoError(.cryptoFailure, object: "SSL")
        }
        SSL_set_bio(ssl, incoming, outgoing)
        if context.side == .server { SSL_set_accept_state(ssl) } else { SSL_set_connect_state(ssl) }
        self.context = context
        self.ssl = ssl
        self.incoming = incoming
        self.outgoing = outgoing
        self.verification = verification
        self.recordsPerKey = recordsPerKey
    }

    deinit { SSL_free(ssl) }

    /// Begins; a client's first bytes come out, a server waits for them.
    package func startHandshake() -> TLSOutput {
        var output = TLSOutput()
        advance(&output)
        return output
    }

    /// Takes bytes from the network; what comes after the end is ignored.
    package func receive(_ bytes: UnsafeRawBufferPointer) -> TLSOutput {
        var output = TLSOutput()
        var rest = bytes
        while !rest.isEmpty, state != .ended {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceBytesMax))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
            ERR_clear_error()
            guard BIO_write(incoming, piece.baseAddress, Int32(piece.count)) == piece.count else {
                fail(TLSFailure.other.error(), &output)
                return output
            }
            advance(&output)
        }
        return output
    }

    package func receive(_ bytes: [UInt8]) -> TLSOutput {
        bytes.withUnsafeBytes { receive($0) }
    }

    /// The network has ended; an error unless the peer had said that it is complete.
    package func receiveEnd() -> TLSOutput {
        var output = TLSOutput()
        if state != .ended, !isPeerClosed {
            ERR_clear_error()
            fail(TLSFailure.truncated.error(), &output)
        }
        state = .ended
        return output
    }

    /// Encrypts; to be called between the handshake's end and `close`.
    package func write(_ bytes: UnsafeRawBufferPointer) -> TLSOutput {
        var output = TLSOutput()
        guard state == .open else {
            ERR_clear_error()
            output.error = TLSFailure.notOpen.error()
            return output
        }
        var rest = bytes
        while !rest.isEmpty, state == .open {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceBytesMax))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
            var written = 0
            renewKeys(for: piece.count)
            ERR_clear_error()
            // A memory stream takes everything, so a write is whole or has failed.
            guard SSL_write_ex(ssl, piece.baseAddress, piece.count, &written) == 1 else {
                fail(TLSFailure.fromQueue(), &output)
                return output
            }
            drain(&output)
        }
        return output
    }

    package func write(_ bytes: [UInt8]) -> TLSOutput {
        bytes.withUnsafeBytes { write($0) }
    }

    /// Says that nothing more is sent (close_notify); what the peer still sends is still received.
    ///
    /// Before the end of the handshake there is nobody to say it to, and the connection just ends.
    package func close() -> TLSOutput {
        var output = TLSOutput()
        switch state {
        case .handshaking:
            state = .ended
        case .open:
            ERR_clear_error()
            SSL_shutdown(ssl)
            ERR_clear_error()
            drain(&output)
            state = isPeerClosed ? .ended : .closing
        case .closing, .ended:
            break
        }
        return output
    }

    private func advance(_ output: inout TLSOutput) {
        if state == .handshaking { handshake(&output) }
        if state == .open || state == .closing { read(&output) }
        drain(&output)
    }

    private func handshake(_ output: inout TLSOutput) {
        ERR_clear_error()
        let status = SSL_do_handshake(ssl)
        guard status == 1 else {
            if SSL_get_error(ssl, status) == SSL_ERROR_WANT_READ { return }
            return fail(verification.refusal ?? TLSFailure.fromQueue(), &output)
        }
        let selected = selectedProtocol()
        guard selected == context.protocolName.rawValue else {
            SSL_shutdown(ssl)
            ERR_clear_error()
            return fail(TLSFailure.wrongProtocol.error(), &output)
        }
        state = .open
        output.handshake = TLSPeer(
            certificateBytes: verification.leaf, chainBytes: verification.chain,
            protocolName: selected, group: groupName())
    }

    private func read(_ output: inout TLSOutput) {
        withUnsafeTemporaryAllocation(byteCount: Self.recordBytesMax, alignment: 1) { buffer in
            while !isPeerClosed {
                var count = 0
                ERR_clear_error()
                let status = SSL_read_ex(ssl, buffer.baseAddress, buffer.count, &count)
                guard status == 1 else { return endReading(status, &output) }
                output.append(plaintext: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }

    private func endReading(_ status: Int32, _ output: inout TLSOutput) {
        switch SSL_get_error(ssl, status) {
        case SSL_ERROR_WANT_READ:
            break
        case SSL_ERROR_ZERO_RETURN:
            isPeerClosed = true
            output.isPeerClosed = true
            if state == .closing { state = .ended }
        default:
            fail(TLSFailure.fromQueue(), &output)
        }
    }

    private func renewKeys(for bytes: Int) {
        recordsWithKey += 1 + bytes / Self.recordBytesMax
        guard recordsWithKey > recordsPerKey else { return }
        recordsWithKey = 0
        // Goes out with the next record and asks the peer to renew its own.
        SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED)
    }

    // Alerts wait in the outgoing stream: they leave with this output.
    private func fail(_ error: any CodedError, _ output: inout TLSOutput) {
        state = .ended
        output.error = error
        drain(&output)
    }

    private func drain(_ output: inout TLSOutput) {
        let count = BIO_ctrl_pending(outgoing)
        guard count > 0 else { return }
        let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            written = Int(max(0, BIO_read(outgoing, buffer.baseAddress, Int32(count))))
        }
        output.ciphertext.append(piece)
    }

    private func selectedProtocol() -> String {
        var name: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &name, &count)
        return String(decoding: UnsafeBufferPointer(start: name, count: Int(count)), as: UTF8.self)
    }

    private func groupName() -> String {
        let number = enlace_tls_negotiated_group(ssl)
        return SSL_group_to_name(ssl, number).map { String(cString: $0) } ?? "\(number)"
    }
}
