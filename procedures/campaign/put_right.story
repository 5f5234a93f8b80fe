# A visit that put something right shows how it was and how it is: two photos, and never the same one twice. Kept offline, it is sent once.
story: Before and after on one visit
kind:  campaign
rows: 59
place: 120103004010
2023-10-16 09:00  visit_planner  plan_visits(name: Round of the stairs; purpose: safety; due: +14d 17:30; stop.grid: 120103004010001, 120103004010001001; stop.origin: everyday_round)  planned
           09:10  visit_planner  set_out                                going
2023-10-17 10:00  visitor        visit#1(public_part_only; to_be_mended; a sofa stands in the stairs)  going
           10:05  visitor        put_right#1(before: the sofa; words: carried down)  REFUSED after
           10:06  visitor        put_right#1(before: the sofa; after: the sofa; words: carried down)  REFUSED proof
           10:07  street_visitor  put_right#1(before: the sofa; after: free stairs; words: carried down)  REFUSED who
           10:08  visitor        put_right#1(before: the sofa; after: free stairs; words: carried down with the owner)  going
           10:30  visitor        visit#2(agreed_at_door; nothing)       going
           10:31  visitor        put_right#2(before: a door; after: the door; words: nothing)  REFUSED when
           10:40  visit_closer   close                                  closed
