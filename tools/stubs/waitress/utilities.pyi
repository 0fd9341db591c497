class Error:
    code: int
    body: str
