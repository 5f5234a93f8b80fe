# A warning says: go and look. It is closed with what the visit found, by somebody else than whoever went, and where it was so only after something
# was done. There is nothing here that would put households in an order.
story: A warning, a visit, a result
kind:  household
rows:  79
place: 120103004010001
2024-03-04 09:00  aid_worker     open(two rooms, three people; hardship; 3; Sun)  following
           09:10  aid_clerk      raise_warning(comparison; the wage has stopped)  following  visit by 2024-03-07 17:30
           09:20  aid_clerk      close_warning#1                         REFUSED step
           09:30  aid_worker     close_warning#1                         REFUSED step
2024-03-05 10:00  aid_worker     visit_warning#1(confirmed; a photo of the pantry)  following  settle by 2024-03-19 17:30
           10:10  aid_clerk      close_warning#1                         REFUSED when
           10:20  aid_worker     act_on_warning#1(asked for temporary assistance)  following
           10:30  aid_worker     close_warning#1                         REFUSED who
           10:40  aid_clerk      close_warning#1                         following
           11:00  aid_worker     raise_warning(neighbours; nobody was seen for days)  following
           11:10  aid_clerk      close(moved)                            REFUSED who
           11:20  aid_worker     close(moved)                            REFUSED when
           14:00  aid_worker     visit_warning#2(not_so; they were with the grandmother)  following
           14:10  aid_clerk      close_warning#2                         following
