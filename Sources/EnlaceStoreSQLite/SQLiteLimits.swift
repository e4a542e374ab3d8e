/// The limits of the embedded store; reaching one is `BUSY` and nothing is written.
package struct SQLiteLimits: Sendable {
    /// The most operations that share one transaction and one sync.
    package var groupOperationsMax = 256
    /// The most bytes of content in one transaction, unless a single operation has more.
    package var groupBytesMax = 4 << 20
    /// The most operations that wait for the writer.
    package var waitingOperationsMax = 8192
    /// The most bytes of content that wait for the writer.
    package var waitingBytesMax = 64 << 20
    /// Connections that read at the same time.
    package var readersMax = 4
    /// How long a statement waits, in whole seconds, for another program that has locked the file.
    package var lockWait: Duration = .seconds(2)
    /// The write-ahead log is taken over into the database file after this many pages.
    package var walPagesMax = 4096
    /// Bytes of a database page; fixed when the store is created.
    package var pageBytes = 8192
    /// Bytes of pages that the writer keeps in memory.
    package var writerCacheBytesMax = 8 << 20
    /// Bytes of pages that each reader keeps in memory.
    package var readerCacheBytesMax = 2 << 20
    /// The largest database file in pages; nil: as large as the disk allows.
    package var databasePagesMax: Int?

    package init() {}
}
