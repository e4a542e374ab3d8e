import EnlaceModel

/// The lead of the demonstration: invented persons, real Spanish.
enum DemoLead {
    /// A draft as an officer would write it.
    static func draft(to recipient: NodeID) -> JSONValue {
        [
            "type": "LEAD", "urgency": "URGENT", "to": [.string(recipient.text)],
            "tlp": "TLP:AMBER+STRICT", "handling": ["H1", "H2"], "synthetic": true,
            "leadType": "SEX_TRAFFICKING",
            "title": "Familia Olmedo Tapia: enganche en Tlaxcala, explotación en Queens",
            "purpose": "INVESTIGATION", "reasonableSuspicion": "REASONABLE_SUSPICION",
            "source": [
                "kind": "VICTIM_STATEMENT", "scheme": "ADMIRALTY", "reliability": "B",
                "credibility": "2", "obtainedLawfully": true,
            ],
            "subjects": [
                [
                    "token": "S1", "given": "Evaristo", "paternal": "Olmedo",
                    "maternal": "Tapia", "alias": ["El Güero Tapia"], "role": "RECRUITER",
                    "birth": "~1986",
                ],
                ["token": "S2", "given": "Nélida", "paternal": "Muñoz", "role": "CHILD_HOLDER"],
            ],
            "victims": [
                [
                    "token": "V1", "sex": "F", "ageBand": "18-25", "language": "es",
                    "status": "ACTUAL",
                ]
            ],
            "children": [["token": "C1", "ageBand": "4-6", "heldBy": "S2"]],
            "locations": [
                ["type": "RECRUITMENT", "iso": "MX-TLA"],
                ["type": "EXPLOITATION", "iso": "US-NY"],
            ],
            "means": ["DECEPTION"], "recruitment": ["ROMANTIC_DECEPTION"],
            "methodsOfControl": ["THREATENS_CHILDREN_FAMILY", "TAKES_EARNINGS"],
            "offences": ["18 USC 1591", "LGPSEDMTP 13"],
            "narrative": [
                [
                    "lang": "en", "origin": "ORIGINAL",
                    "text":
                        "Victim reports a nightly quota and weekly remittances to S2, who keeps C1.",
                ],
                [
                    "lang": "es", "origin": "HUMAN",
                    "text":
                        "La víctima refiere una cuota por noche y envíos semanales a S2, quien retiene a C1.",
                ],
            ],
            "requestedAction": ["IDENTIFY", "LOCATE", "COORDINATE"], "useAsEvidence": "NO",
            "nationalMarking": "CUI//INV//DL ONLY//REL TO USA, MEX",
        ]
    }
}
