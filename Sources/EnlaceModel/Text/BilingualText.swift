/// One text of the product in both of its languages.
package struct BilingualText: Sendable, Hashable {
    package let english: String
    package let spanish: String

    package init(_ english: String, _ spanish: String) {
        self.english = english
        self.spanish = spanish
    }

    package func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }
}

/// What has a name that people read: a state, a role, a code of a code list.
package protocol Labelled {
    var label: BilingualText { get }
}

extension Labelled {
    package func label(in language: Language) -> String { label.text(in: language) }
}
