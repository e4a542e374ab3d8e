import EnlaceFiles
import EnlaceModel

/// Where an authority keeps its state. One folder, 0700, these names:
///
/// | name | mode | content |
/// |---|---|---|
/// | `authority.pem` | 0644 | its certificate, then those above it up to the pinned one |
/// | `authority.key` | 0600 | its private key, PKCS#8, normally with a passphrase |
/// | `authority.crl` | 0644 | the newest revocation list |
/// | `issued/SERIAL.pem` | 0644 | every certificate issued |
/// | `revoked` | 0644 | a line `SERIAL TIME REASON` per certificate revoked |
/// | `list-number` | 0644 | the number of the newest revocation list |
/// | `lock` | 0600 | held while any of these is changed |
///
/// Every file is replaced durably and whole. Losing `issued` loses the overview only; losing
/// `revoked` or `list-number` needs the newest revocation list to restore them from.
package struct AuthorityFolder: Sendable {
    /// The most certificates one authority may have revoked.
    package static let revocationsMax = 100_000
    private static let stateBytesMax = 16 << 20

    package let path: String

    package init(path: String) {
        self.path = path
    }

    package var certificateFile: String { FileSystem.join(path, "authority.pem") }
    package var keyFile: String { FileSystem.join(path, "authority.key") }
    package var revocationListFile: String { FileSystem.join(path, "authority.crl") }
    package var issuedFolder: String { FileSystem.join(path, "issued") }
    private var revokedFile: String { FileSystem.join(path, "revoked") }
    private var numberFile: String { FileSystem.join(path, "list-number") }

    package func issuedFile(_ serial: CertificateSerial) -> String {
        FileSystem.join(issuedFolder, "\(serial.text).pem")
    }

    /// Held by whoever changes the state; others wait for their turn.
    func lock() throws(FileError) -> ExclusiveLock {
        try ExclusiveLock(path: FileSystem.join(path, "lock"), isWaiting: true)
    }

    func revocations() throws(FileError) -> [Revocation] {
        guard FileSystem.exists(revokedFile) else { return [] }
        let bytes = try FileSystem.read(revokedFile, bytesMax: Self.stateBytesMax)
        var revocations: [Revocation] = []
        for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .enumerated()
        {
            guard let revocation = Revocation(line: line) else {
                throw FileError(
                    .fileUnreadable, object: revokedFile, context: ["reason": "line \(index + 1)"])
            }
            revocations.append(revocation)
        }
        return revocations
    }

    func write(_ revocations: [Revocation]) throws(FileError) {
        let text = revocations.map { $0.line + "\n" }.joined()
        try FileSystem.writeDurably(text.utf8, to: revokedFile, mode: .publicFile)
    }

    /// The number of the next revocation list, noted before it is used, so that none is used twice.
    func takeListNumber() throws(FileError) -> UInt64 {
        var last: UInt64 = 0
        if FileSystem.exists(numberFile) {
            let bytes = try FileSystem.read(numberFile, bytesMax: 32)
            let digits = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
            guard let number = UInt64(digits) else {
                throw FileError(
                    .fileUnreadable, object: numberFile, context: ["reason": "no number"])
            }
            last = number
        }
        try FileSystem.writeDurably("\(last + 1)\n".utf8, to: numberFile, mode: .publicFile)
        return last + 1
    }
}

extension Revocation {
    fileprivate var line: String { "\(serial.text) \(moment.text) \(reason.rawValue)" }

    fileprivate init?(line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let serial = try? CertificateSerial(parts[0]),
            let moment = try? Timestamp(parts[1]), let reason = RevocationReason(rawValue: parts[2])
        else { return nil }
        self.init(serial: serial, moment: moment, reason: reason)
    }
}
