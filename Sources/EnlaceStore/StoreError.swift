package import EnlaceModel

/// The error of every store.
///
/// `STORE_UNSYNCED`, `STORE_DAMAGED` and `STORE_FAILURE` are fatal: the daemon exits and recovers at
/// the next start. `DISK_FULL` and `BUSY` are transient: nothing of the transaction was written.
package struct StoreError: CodedError, Equatable {
    package let code: ErrorCode
    package let object: String
    package let context: [String: String]

    package init(_ code: ErrorCode, object: String, context: [String: String] = [:]) {
        self.code = code
        self.object = object
        self.context = context
    }

    /// Errors are the same when their codes are.
    package static func == (left: StoreError, right: StoreError) -> Bool { left.code == right.code }
}

extension StoreError {
    /// A document's key could not be wrapped anew; the code of the cause stays.
    package init(rewrapping error: any Error, of identity: DocumentIdentity) {
        let code = (error as? any CodedError)?.code ?? .storeFailure
        self.init(code, object: identity.description)
    }
}
