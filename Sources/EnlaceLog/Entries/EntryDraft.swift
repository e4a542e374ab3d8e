package import EnlaceModel

/// An entry before it has a place: the store gives it the next index inside its transaction.
package struct EntryDraft: Sendable, Equatable {
    /// How many random bytes keep a leaf hash from being guessed (`evidence.md` B2).
    package static let saltByteCount = 16

    package let body: EntryBody
    package let time: Timestamp
    package let salt: [UInt8]

    package init(_ body: EntryBody, at time: Timestamp, random: some RandomSource) {
        self.body = body
        self.time = time
        self.salt = random.bytes(Self.saltByteCount)
    }
}
