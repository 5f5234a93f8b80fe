# A whistle taken back, then a second one: the report waits for the second and is not fooled by the first.
story: A second whistle after a withdrawn one
kind:  report
place: 120103004010001001
2023-02-14 08:10  resident          report(the reclaimed-water pipe has burst)  reported
           08:20  community         accept(category: pipes-reclaimed; grade: urgent)  accepted
           08:25  community         blow_whistle(child.field.question: who repairs it; child.field.grade: urgent; child.call.unit: water_company)  whistled
           08:30  community         whistle: withdraw(wrong units)       withdrawn  report: accepted
           08:35  community         report: blow_whistle(child.field.question: who repairs it; child.field.grade: urgent; child.call.unit: property_company)  whistled  whistle: called
           08:40  resident          report: withdraw(never mind)         REFUSED step
