package import EnlaceStore

/// One promise of the store's contract and the check of it, to be run on every store.
///
/// The check is given a new store of `Fixture.identity` whose local log and channel log to
/// `Fixture.fevimtra` hold their KEYS entry.
package struct StorePromise: Sendable, CustomStringConvertible {
    package let description: String
    private let check: @Sendable (StoreBench) async throws -> Void

    init(_ description: String, check: @escaping @Sendable (StoreBench) async throws -> Void) {
        self.description = description
        self.check = check
    }

    package func verify(on store: any Store) async throws {
        let bench = StoreBench(store: store)
        try await bench.prepare()
        try await check(bench)
    }
}

/// The conformance suite: every promise of the contract.
package enum StoreConformance {
    package static let promises: [StorePromise] =
        submissions + queues + sealings + settlements + admissions + effects + readings + lists
        + logs + people
}
