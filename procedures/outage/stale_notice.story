# A notice that promises a time which has passed is wrong: by itself it gives way to one without a time, until somebody says a new one. It goes with the outage.
story: The promised time passes
kind:  outage
rows: 24
place: 120103004010001
2024-01-13 08:00  outage_community  open(what: no water; utility: water; object: pipes; grade: ordinary; households: -60; unit: heat_company)  REFUSED field.households
           08:01  outage_community  open(what: no water; utility: water; object: pipes; grade: ordinary; households: 60; unit: heat_company)  received
           08:10  outage_crew       contact(on the way; pipe; 12:00)  working
           08:11  outage_crew       announce                          working
           13:15  clock             -                                 working
           13:20  outage_crew       announce                          REFUSED when
           13:21  property_crew     give_new_time(18:00; soon)        REFUSED who
           13:22  outage_crew       give_new_time(18:00; a second leak was found)  working
           19:30  clock             -                                 working
           20:00  outage_crew       restore(evidence: a running tap; words: both leaks are closed)  restored
           20:30  outage_community  households_say(closed; it runs)   closed
