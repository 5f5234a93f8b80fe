# What nobody settles climbs by itself, a level a day, each level with its own clock and owner.
story: Climbs a level a day
kind:  report
rows:  46, 49
place: 120103004010001001
2023-03-13 09:00  grid_worker       report(a drill at midnight)           reported
           09:05  community         accept(category: noise; grade: general)  accepted
           09:08  grid_worker       try_to_agree(level: district; with: two families)  REFUSED when
           09:10  grid_worker       try_to_agree(level: micro_grid; with: two families)  settling  owner grid_team  settle by +1d 09:10
2023-03-14 09:20  clock             -                                     settling  owner grid_team  settle by +1d 09:10
2023-03-15 09:20  clock             -                                     settling  owner community  settle by +1d 09:10
2023-03-16 09:20  clock             -                                     settling  owner street     settle by +1d 09:10
2023-03-17 09:20  clock             -                                     settling  owner district
           09:25  district          pass_up(there is nobody above us)     REFUSED when
2023-03-18 09:20  clock             -                                     settling  owner district  overdue settle
