import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Storage keyring")
final class StorageKeyringTests {
    private let folder: String
    private let now = Timestamp(milliseconds: 1_795_465_867_042)
    private let identity: DocumentIdentity
    private let content = Array("informe de la víctima".utf8)

    init() throws {
        folder = try FileSystem.makeTemporaryFolder(prefix: "enlace-keyring")
        identity = DocumentIdentity(
            origin: try NodeID("MX-FGR"), messageID: MessageID(random: SystemRandom()))
    }

    deinit { try? FileSystem.removeTree(folder) }

    private func keyring() throws -> StorageKeyring {
        try StorageKeyring(folder: folder, random: SystemRandom())
    }

    private func seal(_ keyring: StorageKeyring) throws -> ProtectedBytes {
        try keyring.seal(
            content, identity: identity, format: "cms", at: now, random: SystemRandom())
    }

    @Test("what was sealed opens, also after a restart")
    func roundTrip() throws {
        let bytes = try seal(keyring())
        #expect(bytes.wrappedKey.count == 40)
        #expect(bytes.nonce.count == 12)
        #expect(bytes.ciphertext.count == content.count + 16)
        #expect(bytes.epoch == StorageEpoch(at: now).number)
        #expect(try keyring().open(bytes, identity: identity, format: "cms") == content)
    }

    @Test("empty content is sealed too")
    func empty() throws {
        let keyring = try keyring()
        let bytes = try keyring.seal(
            [], identity: identity, format: "cms", at: now, random: SystemRandom())
        #expect(try keyring.open(bytes, identity: identity, format: "cms").isEmpty)
    }

    @Test("another identity, origin or format does not open it")
    func bound() throws {
        let keyring = try keyring()
        let bytes = try seal(keyring)
        let otherMessage = DocumentIdentity(
            origin: identity.origin, messageID: MessageID(random: SystemRandom()))
        let otherOrigin = DocumentIdentity(
            origin: try NodeID("US-DHS"), messageID: identity.messageID)
        for (other, format) in [
            (otherMessage, "cms"), (otherOrigin, "cms"), (identity, "text"),
        ] {
            #expect(throws: CryptoError(.storeDamaged, object: "")) {
                try keyring.open(bytes, identity: other, format: format)
            }
        }
    }

    @Test("every changed byte is found")
    func changed() throws {
        let keyring = try keyring()
        let bytes = try seal(keyring)
        func changed(_ list: [UInt8], at position: Int) -> [UInt8] {
            var list = list
            list[position] ^= 0x10
            return list
        }
        let variants =
            bytes.wrappedKey.indices.map {
                ProtectedBytes(
                    epoch: bytes.epoch, wrappedKey: changed(bytes.wrappedKey, at: $0),
                    nonce: bytes.nonce, ciphertext: bytes.ciphertext)
            }
            + bytes.nonce.indices.map {
                ProtectedBytes(
                    epoch: bytes.epoch, wrappedKey: bytes.wrappedKey,
                    nonce: changed(bytes.nonce, at: $0), ciphertext: bytes.ciphertext)
            }
            + bytes.ciphertext.indices.map {
                ProtectedBytes(
                    epoch: bytes.epoch, wrappedKey: bytes.wrappedKey, nonce: bytes.nonce,
                    ciphertext: changed(bytes.ciphertext, at: $0))
            }
        for variant in variants {
            #expect(throws: CryptoError(.storeDamaged, object: "")) {
                try keyring.open(variant, identity: identity, format: "cms")
            }
        }
    }

    @Test("parts of another length are damage, not a crash")
    func lengths() throws {
        let keyring = try keyring()
        let bytes = try seal(keyring)
        for (key, nonce, ciphertext) in [
            ([], bytes.nonce, bytes.ciphertext), (bytes.wrappedKey, [], bytes.ciphertext),
            (bytes.wrappedKey, bytes.nonce, []),
            (bytes.wrappedKey + [0], bytes.nonce, bytes.ciphertext),
        ] as [([UInt8], [UInt8], [UInt8])] {
            let variant = ProtectedBytes(
                epoch: bytes.epoch, wrappedKey: key, nonce: nonce, ciphertext: ciphertext)
            #expect(throws: CryptoError(.storeDamaged, object: "")) {
                try keyring.open(variant, identity: identity, format: "cms")
            }
        }
    }

    @Test("re-wrapped bytes outlive the destruction of their first epoch; others do not")
    func rewrap() throws {
        let keyring = try keyring()
        let kept = try seal(keyring)
        let purged = try seal(keyring)
        let nextWeek = now.advanced(by: StorageEpoch.length)
        let first = StorageEpoch(at: now)
        #expect(keyring.ended(at: nextWeek) == [first])
        let rewrapped = try keyring.rewrap(kept, at: nextWeek)
        #expect(rewrapped.epoch == first.number + 1)
        #expect(rewrapped.ciphertext == kept.ciphertext)
        try keyring.destroy(first, at: nextWeek)
        #expect(try keyring.open(rewrapped, identity: identity, format: "cms") == content)
        for reader in [keyring, try self.keyring()] {
            #expect(throws: CryptoError(.keyMissing, object: "")) {
                try reader.open(purged, identity: identity, format: "cms")
            }
            #expect(reader.epochs == [StorageEpoch(at: nextWeek)])
        }
    }

    @Test("the current epoch cannot be destroyed")
    func current() throws {
        let keyring = try keyring()
        let epoch = try keyring.prepare(at: now)
        #expect(throws: CryptoError(.stateForbids, object: "")) {
            try keyring.destroy(epoch, at: now)
        }
    }

    @Test("keys are files of 32 bytes that only their owner reads")
    func files() throws {
        try keyring().prepare(at: now)
        let name = "epoch-\(StorageEpoch(at: now).number).key"
        #expect(try FileSystem.list(folder) == [name])
        let path = FileSystem.join(folder, name)
        #expect(try FileSystem.readPrivate(path, bytesMax: 100).count == 32)
        try FileSystem.writeDurably([1, 2, 3], to: path, mode: .privateFile)
        #expect(throws: CryptoError(.keyMalformed, object: "")) { try self.keyring() }
        try FileSystem.writeDurably(
            [UInt8](repeating: 1, count: 32), to: path, mode: .publicFile)
        #expect(throws: CryptoError(.fileWorldReadable, object: "")) { try self.keyring() }
    }

    @Test("a keyring is not made by reading one, and not over another")
    func creation() throws {
        let missing = FileSystem.join(folder, "keys")
        #expect(throws: CryptoError(.storeMissing, object: "")) {
            try StorageKeyring(folder: missing, random: SystemRandom())
        }
        try StorageKeyring.create(folder: missing)
        try StorageKeyring(folder: missing, random: SystemRandom()).prepare(at: now)
        #expect(throws: CryptoError(.storeExists, object: "")) {
            try StorageKeyring.create(folder: missing)
        }
    }

    @Test("an epoch lasts 7 days from a Thursday midnight on")
    func epochs() throws {
        let start = try Timestamp("2026-11-19T00:00:00Z")
        let epoch = StorageEpoch(at: start)
        #expect(StorageEpoch(at: try Timestamp("2026-11-25T23:59:59.999Z")) == epoch)
        #expect(StorageEpoch(at: try Timestamp("2026-11-26T00:00:00Z")).number == epoch.number + 1)
        #expect(StorageEpoch(at: try Timestamp("2026-11-18T23:59:59.999Z")) < epoch)
        #expect(StorageEpoch(at: Timestamp(milliseconds: .max)).number == .max)
    }
}
