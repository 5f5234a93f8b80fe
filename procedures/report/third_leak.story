# The third leak in one building within a year raises a hint: look at the shared pipe. It counts places and causes, never persons, and a number is all it says.
story: The third leak in building 13
kind:  report
rows:  41
place: 120103004010001001
2023-03-06 09:00  resident          one: report(water through the ceiling)  reported
           09:10  community         one: accept(category: pipes; grade: general)  accepted
           09:20  community         one: dispatch(unit: property_company)  handling
2023-09-04 09:00  resident          two: report(a wet wall)               reported
           09:10  community         two: accept(category: pipes; grade: general)  accepted
           09:20  community         two: look_for_cause#1(nothing to look at)  REFUSED record
           10:00  resident          other: report(the lamp is broken)     reported
           10:10  community         other: accept(category: park; grade: general)  accepted
           10:20  resident          back: report(water again, or not)     reported
           10:30  resident          back: withdraw(it was my own cup)     withdrawn
2024-01-15 09:00  resident          three: report(water in the stairwell)  reported
           09:10  community         three: accept(category: pipes; grade: general)  accepted
           09:20  grid_worker       three: look_for_cause#1(the shared downpipe is cracked on the third floor)  accepted
           09:30  community         three: look_for_cause#1(once more)    REFUSED step
# A year after the first, only two are left that count.
2024-03-11 09:00  resident          four: report(a drip in the bath)      reported
           09:10  community         four: accept(category: pipes; grade: general)  accepted
