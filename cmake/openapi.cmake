# The interface description travels inside the server (see tools/build/openapi.py).
if(TARGET edge_http)
  set(openapi_cpp ${CMAKE_BINARY_DIR}/generated/openapi_text.cpp)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated)
  add_custom_command(OUTPUT ${openapi_cpp}
    COMMAND python3 ${CMAKE_SOURCE_DIR}/tools/build/openapi.py ${CMAKE_SOURCE_DIR}/api/openapi.yaml ${openapi_cpp}
    DEPENDS ${CMAKE_SOURCE_DIR}/api/openapi.yaml ${CMAKE_SOURCE_DIR}/tools/build/openapi.py VERBATIM)
  target_sources(edge_http PRIVATE ${openapi_cpp})
endif()
