# One line is enough: it gets a number, goes to who sweeps the street, and is closed with a picture before and another one after, on the resident's word.
story: Rubbish on the pavement
kind:  report
rows:  18, 48
place: 120103004010001001
2024-03-04 08:10  resident         report(what: rubbish on the pavement; wish: reply; before: a heap by the bins)  reported  accept by 10:10
           08:20  community        accept(category: park; grade: simple)  accepted
           08:25  community        dispatch(unit: city_management; remark: before noon)  handling  owner city_management  contact by +1d 08:25
           08:40  city_management  contact(the cart is on its way)        handling
           10:00  city_management  finish(swept and taken away; before: a heap on the pavement)  REFUSED after
           10:05  city_management  finish(swept and taken away; before: the bins; after: a heap by the bins)  REFUSED proof
           10:10  city_management  finish(swept and taken away; before: the bins; after: a clean pavement)  awaiting_call_back
           12:00  resident         say_solved(thank you)                  closed
