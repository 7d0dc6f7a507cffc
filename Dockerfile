# Rawi with its reading room: build with `docker build -t rawi .`, or with PostgreSQL beside it by `docker compose up`.
FROM python:3.13-slim AS build
WORKDIR /build
COPY requirements/runtime.txt requirements/
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY src src
RUN python -m venv /opt/rawi \
    && /opt/rawi/bin/pip install --no-cache-dir --require-hashes --requirement requirements/runtime.txt \
    && /opt/rawi/bin/pip install --no-cache-dir '.[fetch,postgresql]'

FROM python:3.13-slim
COPY --from=build /opt/rawi /opt/rawi
RUN useradd --create-home --uid 1000 rawi && install --directory --owner rawi /data
USER 1000
WORKDIR /data
ENV PATH=/opt/rawi/bin:$PATH RAWI_CACHE=/home/rawi/.cache/rawi
RUN ["rawi", "demo"]
EXPOSE 8321
ENTRYPOINT ["rawi"]
CMD ["serve", "--host", "0.0.0.0"]
