# Whoever entered a complaint does not look into it, the centre examines none of its own people, and a unit looks into nothing that is said about one of its
# people.
story: Not by those it touches
kind:  complaint
place: 120103
2024-09-10 09:10  conduct_chief  complain(what: told on the stairs, a favour for a cousin; conduct: favour; unit: sports_bureau)  received
           09:20  conduct_office  assign(discipline; a favour)                     examining
           09:30  conduct_chief  note_inquiry(I looked myself)                    REFUSED who
           09:31  conduct_chief  name_whom(personnel)                             REFUSED who
           09:35  conduct_organ  name_whom(personnel; p-discipline)               REFUSED when
           09:40  conduct_organ  note_inquiry(the list of names)                  examining
           09:50  conduct_chief  conclude(founded; put_right; as I said)          REFUSED who
           10:00  conduct_organ  conclude(not_founded; nothing_to_do; the cousin withdrew in March)  concluded
           10:10  conduct_chief  tell_and_close(looked into)                      closed
           11:00  resident       two: complain(what: a gift was taken; conduct: gifts_meals; about_person: p-discipline)  received
           11:10  conduct_office  two: assign(discipline; gifts)                   REFUSED when
           11:20  conduct_office  two: assign(organisation; gifts)                 examining
