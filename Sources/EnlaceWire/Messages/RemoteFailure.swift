package import EnlaceModel

/// An error that the other side reported.
///
/// A code that this program does not know shows as REMOTE_FAILURE with the text of the code kept in
/// `reportedCode`. All texts are made safe to show and cut to their limits.
package struct RemoteFailure: CodedError, Equatable {
    package let code: ErrorCode
    /// The code as it came.
    package let reportedCode: String
    package let object: String
    package let context: [String: String]
    package let details: [ErrorDetail]

    package init(_ failure: WireFailure) {
        reportedCode = Self.shown(failure.code)
        let known = ErrorCode(rawValue: failure.code)
        code = known ?? .remoteFailure
        object = Self.shown(failure.object)
        var context: [String: String] = [:]
        for pair in failure.context.prefix(WireLimits.failurePairsMax) {
            context[Self.shown(pair.key)] = Self.shown(pair.value)
        }
        if known == nil { context["code"] = reportedCode }
        self.context = context
        details = failure.findings.prefix(WireLimits.failureFindingsMax).map(Self.detail)
    }

    /// Errors are the same when their codes are.
    package static func == (left: RemoteFailure, right: RemoteFailure) -> Bool {
        left.reportedCode == right.reportedCode
    }

    private static func detail(_ finding: WireFinding) -> ErrorDetail {
        let known = ErrorCode(rawValue: finding.code)
        let expectation = shown(finding.expectation)
        return ErrorDetail(
            pointer: shown(finding.pointer), code: known ?? .remoteFailure,
            expectation: known == nil ? "\(shown(finding.code)) \(expectation)" : expectation)
    }

    private static func shown(_ text: String) -> String {
        VisibleText.make(text.cut(toBytes: WireLimits.failureTextBytesMax))
    }
}

extension WireFailure {
    /// What the other side may know of an error: code, object, context and findings.
    package init(_ error: any CodedError) {
        self.init()
        code = (error as? RemoteFailure)?.reportedCode ?? error.code.rawValue
        object = error.object.cut(toBytes: WireLimits.failureTextBytesMax)
        context = error.context.sorted { $0.key < $1.key }.prefix(WireLimits.failurePairsMax)
            .map { key, value in
                var pair = WirePair()
                pair.key = key
                pair.value = value.cut(toBytes: WireLimits.failureTextBytesMax)
                return pair
            }
        findings = error.details.prefix(WireLimits.failureFindingsMax).map { detail in
            var finding = WireFinding()
            finding.pointer = detail.pointer.cut(toBytes: WireLimits.failureTextBytesMax)
            finding.code = detail.code.rawValue
            finding.expectation = detail.expectation.cut(toBytes: WireLimits.failureTextBytesMax)
            return finding
        }
    }
}

extension String {
    /// The longest beginning of whole characters within this many UTF-8 bytes.
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var count = 0
        return String(
            prefix { character in
                count += character.utf8.count
                return count <= limit
            })
    }
}
