// The generated messages carry bytes as `Data`; nothing else of Foundation is used, and only here.
#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

extension Data {
    /// Byte arrays for messages.
    package init(wire bytes: [UInt8]) { self.init(bytes) }

    /// The bytes of a message's field.
    package var wireBytes: [UInt8] { [UInt8](self) }
}
