# The head of building 13: put forward by oneself, agreed to by the leading unit, one at a time, and free to step down. What they are called is their own word.
story: Who looks after building 13
kind:  volunteer_group
rows: 44
place: 120103004010
2024-03-04 09:00  keeper           found(name: Locust building heads; group: building_heads; unit: gas_company; keeper: p-keeper; risks: none beyond those of every day)  REFUSED when
2024-03-04 09:00  keeper           found(name: Locust building heads; group: building_heads; unit: volunteers; keeper: p-keeper; risks: none beyond those of every day)  recruiting
           09:10  volunteer        join(head_of_building; yes)            recruiting
           09:20  other_volunteer  join(party_volunteer; yes)             recruiting
           09:30  keeper           start_work                             active
           09:40  third_volunteer  look_after(120103004010001001)         REFUSED who
           09:41  volunteer        look_after(120103004010001001)         active
           09:45  other_volunteer  look_after(120103004010001001)         REFUSED law
           09:50  asker            agree_head(agreed; thank you)          REFUSED who
           10:00  keeper           agree_head(agreed; thank you)          active
           10:10  other_volunteer  step_down                              REFUSED who
2025-03-03 09:00  volunteer        step_down                              active
           09:10  other_volunteer  look_after(120103004010001001)         active
           09:20  keeper           agree_head#2(agreed; thank you)        active
           09:30  third_volunteer  join(volunteer; yes)                   active
           10:00  other_volunteer  leave#2                                active  field.members 2
           10:10  third_volunteer  look_after(120103004010001001)         active
           10:20  keeper           agree_head#3(ended; another lives there)  active
